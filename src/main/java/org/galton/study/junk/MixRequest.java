package org.galton.study.junk;

import java.util.List;

/**
 * Which mixtures.
 *
 * @param rule engagement, or a column of labels
 * @param doses percent of the tokens that are junk, in ascending order
 * @param tokens of each mixture; null for nine tenths of the most that the posts allow
 */
record MixRequest(PostRequest posts, String rule, List<Double> doses, Long tokens, long seed) {}
