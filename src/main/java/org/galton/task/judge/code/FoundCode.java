package org.galton.task.judge.code;

/**
 * The code of a completion.
 *
 * @param foundBy where it stood: {@code defining fence}, {@code last fence}, {@code whole program}
 *     or {@code continuation}
 */
record FoundCode(String text, String foundBy) {}
