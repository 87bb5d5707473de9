package org.galton.task.judge.math.value;

/**
 * Whether two expressions have one value.
 *
 * @param how what they were compared as, such as "as rational numbers"
 */
public record ScalarVerdict(boolean equal, String how) {}
