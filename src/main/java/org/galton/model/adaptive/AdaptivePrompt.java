package org.galton.model.adaptive;

import java.util.function.Function;
import org.galton.model.Completion;

/**
 * What is known of a prompt whose rollouts are drawn adaptively.
 *
 * @param pilotSeed fixes its pilot: a function of prompt and generation, of no rollout
 * @param answers reads a completion, as figures do
 */
public record AdaptivePrompt(long pilotSeed, Function<Completion, ReadAnswer> answers) {}
