/** The tables of cells as sentences, with their schemas. */
package org.galton.study.cells.row;
