package org.galton.study.cells;

import java.io.Serializable;
import java.util.List;

/**
 * A sentence that someone generated.
 *
 * @param type empty where none is known, and so the reference
 * @param condition a JSON object
 * @param right for each label, whether it was predicted exactly
 */
record GivenSentence(
    String cell,
    List<String> words,
    String type,
    String condition,
    String reference,
    List<Boolean> right)
    implements Serializable {}
