package org.galton.task.judge.value;

import org.galton.task.judge.math.MathAnswer;

/**
 * A value that was read in a completion.
 *
 * @param text that it was read of
 */
public record ReadValue(MathAnswer answer, String text) {}
