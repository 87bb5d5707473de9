package org.galton.study.cells;

import java.io.Serializable;

/**
 * Which cells become vectors.
 *
 * @param reference side that principal axes are fitted to
 * @param sentences generated ones; null where the counts have both sides
 * @param top words of a real cell's sentence, where there are sentences; 0 for all
 * @param fitCells cells of the sample that the line is fitted to, likewise
 */
record EmbedRequest(
    CountRequest counts,
    String reference,
    SentenceRequest sentences,
    Embedder embedder,
    int top,
    int fitCells,
    long seed)
    implements Serializable {
  /** Sides where there are generated sentences. */
  static final String REAL = "real";

  static final String GENERATED = "generated";
}
