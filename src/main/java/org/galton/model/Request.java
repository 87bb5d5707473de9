package org.galton.model;

/**
 * A wish for one completion.
 *
 * @param id the caller's own number for it, returned with the outcome
 * @param prompt the text to continue
 * @param seed fixes every random number of this rollout
 */
public record Request(long id, String prompt, long seed) {}
