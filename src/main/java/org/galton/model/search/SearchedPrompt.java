package org.galton.model.search;

import java.util.function.ToDoubleFunction;
import org.galton.search.ProcessVerifier;

/**
 * What is known of completions of one prompt.
 *
 * @param name as errors call it
 * @param question the task's own text
 * @param values of partial completions
 * @param verdicts of whole completions, in [0, 1]
 */
public record SearchedPrompt(
    String name, String question, ProcessVerifier values, ToDoubleFunction<String> verdicts) {

  /** Of which nobody asks for the question. */
  public SearchedPrompt(String name, ProcessVerifier values, ToDoubleFunction<String> verdicts) {
    this(name, "", values, verdicts);
  }
}
