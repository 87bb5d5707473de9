package org.galton.study.cells;

import java.io.Serializable;

/**
 * What is asked about cells as sentences.
 *
 * @param top longest sentence; 0 for whole ones
 * @param fitCells cells of the sample that the line is fitted to
 */
record SentencesRequest(CountRequest counts, int top, int fitCells, long seed)
    implements Serializable {}
