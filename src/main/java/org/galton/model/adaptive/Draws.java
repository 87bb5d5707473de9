package org.galton.model.adaptive;

import java.util.List;
import java.util.Optional;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;

/**
 * Completions that were drawn together for one purpose.
 *
 * @param failure why there are none, where one could not be drawn
 */
record Draws(List<Completion> completions, Optional<String> failure) {

  /** A model that leaves a request without an outcome is at fault, and not the prompt. */
  static Draws of(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome == null) {
        throw new IllegalStateException("Cannot choose an answer: the model answered nothing");
      }
      if (outcome instanceof GenerationFailure failed) {
        return new Draws(List.of(), Optional.of(failed.reason()));
      }
    }
    return new Draws(outcomes.stream().map(Completion.class::cast).toList(), Optional.empty());
  }

  long tokens() {
    return completions.stream().mapToLong(Completion::countedTokens).sum();
  }

  double seconds() {
    return completions.stream().mapToDouble(Completion::seconds).sum();
  }
}
