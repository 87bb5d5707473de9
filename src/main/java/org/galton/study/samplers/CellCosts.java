package org.galton.study.samplers;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What the rollouts of a cell have found and cost. */
final class CellCosts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, PromptFinds> prompts = new HashMap<>();
  private long rollouts;
  private long tokens;
  private long verifierCalls;
  private long searches;
  private boolean biased;

  void drawn(String promptId, long itsTokens) {
    rollouts++;
    tokens += itsTokens;
    prompt(promptId).drawn();
  }

  void searched(SearchCost search) {
    searches++;
    biased |= search.biased();
    verifierCalls += search.verifierCalls();
  }

  void right(String promptId, String answer) {
    prompt(promptId).right(answer);
  }

  private PromptFinds prompt(String promptId) {
    return prompts.computeIfAbsent(promptId, id -> new PromptFinds());
  }

  CellCosts plus(CellCosts other) {
    other.prompts.forEach((id, finds) -> prompts.merge(id, finds, PromptFinds::plus));
    rollouts += other.rollouts;
    tokens += other.tokens;
    verifierCalls += other.verifierCalls;
    searches += other.searches;
    biased |= other.biased;
    return this;
  }

  boolean isEmpty() {
    return rollouts == 0;
  }

  boolean isSearched() {
    return searches > 0;
  }

  boolean isBiased() {
    return biased;
  }

  /** Of one rollout, in the mean. */
  double tokens() {
    return (double) tokens / rollouts;
  }

  /** Of one rollout, in the mean. */
  double verifierCalls() {
    return (double) verifierCalls / rollouts;
  }

  /** Mean over prompts that have k rollouts; empty where none has. */
  OptionalDouble distinct(int k) {
    return prompts.values().stream()
        .map(prompt -> prompt.distinct(k))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }
}
