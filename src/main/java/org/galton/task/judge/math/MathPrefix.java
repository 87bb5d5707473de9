package org.galton.task.judge.math;

/**
 * The longest beginning of a text that is one mathematical thing.
 *
 * @param end where it ends in the text, exclusive
 */
public record MathPrefix(MathAnswer answer, int end) {}
