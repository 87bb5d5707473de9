package org.galton.study.comparison.view;

/**
 * A prompt whose solve rate is not the same in two cells.
 *
 * @param pair the two cells A and B, by name
 * @param prompt its text, or its id where that is not known
 */
public record ChangedPrompt(
    String pair, String prompt, double baselineRate, double candidateRate) {}
