package org.galton.study.cells;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * Which counts are read, and which of them stay.
 *
 * @param type the column of types, used where there is one
 * @param by columns whose combinations are conditions
 * @param side the column that tells groups of cells apart; null where all are one
 * @param ignored columns of a dense table that are no genes
 * @param upperCase whether names of genes are read in upper case
 * @param minGenes genes that a cell must express to stay
 * @param minCells cells that must express a gene for it to stay
 */
record CountRequest(
    String input,
    Form form,
    String cell,
    String gene,
    String count,
    String type,
    List<String> by,
    String side,
    List<String> ignored,
    boolean upperCase,
    int minGenes,
    int minCells)
    implements Serializable {

  /** How a file holds a matrix of counts. */
  enum Form {
    /** A row per cell and gene; genes that are not there are 0. */
    TRIPLES,

    /** A row per cell, and a column per gene. */
    DENSE
  }

  /** A gene's name as sentences have it. */
  String shown(String gene) {
    return upperCase ? gene.toUpperCase(Locale.ROOT) : gene;
  }
}
