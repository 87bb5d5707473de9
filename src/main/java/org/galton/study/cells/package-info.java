/** Cells as sentences of gene names, and how well others write them: {@code galton cells}. */
package org.galton.study.cells;
