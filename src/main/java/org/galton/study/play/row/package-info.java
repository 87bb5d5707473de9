/** The table of turns, with its schema. */
package org.galton.study.play.row;
