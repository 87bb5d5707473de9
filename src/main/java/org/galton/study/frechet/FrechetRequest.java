package org.galton.study.frechet;

import java.io.Serializable;
import java.util.List;

/**
 * What is asked about vectors.
 *
 * @param vector one column of arrays, or columns of numbers
 * @param by columns that tell conditions apart; may be empty
 * @param side the column that tells the reference from what is compared with it
 * @param reference its value for the reference
 * @param cluster null where every vector is drawn by itself
 * @param embedder the column that says what made a vector; null where there is none
 * @param equal whether larger groups are cut to the smallest of their condition
 * @param draws of the bootstrap; 0 for none
 */
record FrechetRequest(
    String input,
    List<String> vector,
    List<String> by,
    String side,
    String reference,
    String cluster,
    String embedder,
    boolean equal,
    int draws,
    long seed)
    implements Serializable {}
