package org.galton.task.judge.text;

/**
 * How near an answer is to one alternative of the reference.
 *
 * @param share of the words in common, in [0, 1]
 */
record TextMatch(boolean isEqual, double share) {}
