package org.galton.task;

/**
 * A verifier's judgement of one completion.
 *
 * @param answer canonical form of the extracted answer, equal for equal answers; empty when none
 *     was found
 * @param correct whether the answer is right; an absent answer is not
 * @param abstained whether the model declined to answer
 * @param reward in [0, 1]
 */
public record Verdict(String answer, boolean correct, boolean abstained, double reward) {}
