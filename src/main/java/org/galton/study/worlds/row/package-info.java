/** The tables of world models, with their schemas. */
package org.galton.study.worlds.row;
