package org.galton.model.search;

import java.util.function.ToDoubleFunction;
import org.galton.search.ProcessVerifier;

/**
 * What is known of completions of one prompt.
 *
 * @param name as errors call it
 * @param values of partial completions
 * @param verdicts of whole completions, in [0, 1]
 */
public record SearchedPrompt(
    String name, ProcessVerifier values, ToDoubleFunction<String> verdicts) {}
