package org.galton.study.cells;

import java.io.Serializable;
import java.util.List;

/**
 * What is asked about generated sentences.
 *
 * @param counts of real cells
 * @param top words of a real cell's sentence; 0 for all
 * @param fitCells cells of the sample that the line is fitted to, and pairs of the sample that are
 *     matched
 * @param programme genes that Kendall's tau is over; all where there are none
 */
record ReadRequest(
    CountRequest counts,
    SentenceRequest sentences,
    int top,
    int fitCells,
    List<String> programme,
    long seed)
    implements Serializable {}
