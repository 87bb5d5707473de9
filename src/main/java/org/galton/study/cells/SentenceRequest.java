package org.galton.study.cells;

import java.io.Serializable;
import java.util.List;

/**
 * Where generated sentences are.
 *
 * @param type the column of the type that was asked for, used where there is one
 * @param reference the column of the cell that it should be like, likewise
 * @param labels columns of true labels
 * @param predicted columns of what was predicted for them
 */
record SentenceRequest(
    String input,
    String cell,
    String sentence,
    String type,
    List<String> by,
    String reference,
    List<String> labels,
    List<String> predicted)
    implements Serializable {}
