/** The table of samplers at equal cost, with its schema. */
package org.galton.study.samplers.row;
