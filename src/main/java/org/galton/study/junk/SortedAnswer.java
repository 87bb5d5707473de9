package org.galton.study.junk;

import java.io.Serializable;
import org.galton.junk.failure.Failure;

/**
 * An answer with what became of it.
 *
 * @param rolloutIndex null where the input does not say
 * @param correct null where there is no verdict
 * @param failure null where it is not wrong
 */
record SortedAnswer(
    AnswerGroup group, String promptId, Integer rolloutIndex, Boolean correct, Failure failure)
    implements Serializable {}
