package org.galton.model.llama.decoding;

import java.io.Serializable;
import org.galton.model.Request;

/**
 * A completion token by token, as a learner needs it. Arrays are the reader's.
 *
 * @param prompt ids of the prompt's tokens
 * @param tokens ids drawn, the end token included
 * @param logprobs of each drawn token, its natural-log probability under the distribution that it
 *     was drawn from but for filters: after temperature
 * @param entropies of the next-token distribution before temperature at each drawn token, in nats
 */
public record TokenTrace(
    Request request, long[] prompt, long[] tokens, float[] logprobs, float[] entropies)
    implements Serializable {}
