package org.galton.study.cells;

/** How a file holds a matrix of counts. */
enum Form {
  /** A row per cell and gene; genes that are not there are 0. */
  TRIPLES,

  /** A row per cell, and a column per gene. */
  DENSE
}
