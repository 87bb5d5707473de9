package org.galton.model.llama.decoding;

/**
 * A token, told as it is drawn, or as it stands in a sequence that is read. Arrays are the
 * reader's.
 *
 * @param place of the token in its completion or its sequence, from 0. When memory runs out a
 *     completion begins anew and its first places are told again, with the same tokens
 * @param id of the token, which may be one that ends the completion
 * @param logprob its natural-log probability before temperature and filters
 * @param likeliest ids of the tokens that were likeliest there, the likeliest first
 * @param likeliestLogprobs their natural-log probabilities before temperature and filters
 */
public record DrawnToken(
    int place, int id, float logprob, int[] likeliest, float[] likeliestLogprobs) {}
