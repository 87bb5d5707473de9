package org.galton.reinforce.page;

import java.util.Map;

/**
 * Prompts of the steps of a span.
 *
 * @param outcomes drawn in these steps, by what became of them, as in {@code training_groups}
 * @param drawn in these steps, by their success rate there; those without a verdict left out
 * @param seen in all steps so far, each once, by their success rate in all of them
 */
record SpanPrompts(
    Map<String, Integer> outcomes,
    Map<SolvedShare, Integer> drawn,
    Map<SolvedShare, Integer> seen) {

  int drawnAs(String outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }
}
