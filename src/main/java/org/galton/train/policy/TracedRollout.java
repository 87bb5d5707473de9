package org.galton.train.policy;

import java.util.Optional;
import org.galton.model.Outcome;
import org.galton.model.llama.decoding.TokenTrace;

/**
 * What became of a request, token by token.
 *
 * @param trace absent where the request failed
 */
public record TracedRollout(Outcome outcome, Optional<TokenTrace> trace) {}
