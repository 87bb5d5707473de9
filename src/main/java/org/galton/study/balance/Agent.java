package org.galton.study.balance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.balance.MoveKernel;
import org.galton.balance.TransitionCounts;
import org.galton.spec.InvalidInput;
import org.galton.study.balance.row.TransitionRow;

/**
 * An agent's steps, added up.
 *
 * @param steps in order, of different keys
 * @param attempts all steps from states that these were given for, in order
 */
record Agent(AgentKey key, List<CountedStep> steps, List<CountedStep> attempts)
    implements Serializable {

  /**
   * Of all walks together.
   *
   * @throws InvalidInput naming a state with fewer attempts than steps
   */
  TransitionCounts counts() {
    TransitionCounts.Builder counts = TransitionCounts.builder();
    steps.forEach(step -> add(counts, step));
    attempts.forEach(given -> counts.attempts(given.key().source(), given.count()));
    if (!attempts.isEmpty()) {
      requireAttempts();
    }
    try {
      return counts.build();
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("Cannot use the attempts of %s: %s".formatted(key, e.getMessage()), e);
    }
  }

  private void requireAttempts() {
    Set<String> given =
        attempts.stream().map(step -> step.key().source()).collect(Collectors.toSet());
    List<String> missing =
        steps.stream()
            .map(step -> step.key().source())
            .distinct()
            .filter(state -> !given.contains(state))
            .toList();
    if (!missing.isEmpty()) {
      throw new InvalidInput(
          "Cannot use the attempts of %s: state '%s'%s has steps and no attempts; expected a row for each state that steps start from"
              .formatted(
                  key,
                  missing.get(0),
                  missing.size() == 1 ? "" : " and %d more".formatted(missing.size() - 1)));
    }
  }

  /** Of probabilities. */
  MoveKernel kernel() {
    MoveKernel.Builder kernel = MoveKernel.builder();
    for (CountedStep step : steps) {
      StepKey of = step.key();
      if (of.isEscape()) {
        kernel.state(of.source());
      } else {
        kernel.add(of.source(), of.target(), step.probability());
      }
    }
    return kernel.build();
  }

  /** Of each walk, in the order of their names; one where walks are not told apart. */
  List<TransitionCounts> walks() {
    Map<String, TransitionCounts.Builder> walks = new TreeMap<>();
    for (CountedStep step : steps) {
      add(walks.computeIfAbsent(step.key().rollout(), name -> TransitionCounts.builder()), step);
    }
    return walks.values().stream().map(TransitionCounts.Builder::build).toList();
  }

  /** As a table has them; given attempts beyond the steps are escapes of no walk. */
  List<TransitionRow> rows(String runId) {
    Map<String, Long> open = new TreeMap<>();
    attempts.forEach(given -> open.put(given.key().source(), given.count()));
    List<TransitionRow> rows = new ArrayList<>();
    for (CountedStep step : steps) {
      StepKey of = step.key();
      long count = step.count();
      open.computeIfPresent(of.source(), (state, left) -> left - count);
      rows.add(of.row(runId, count));
    }
    open.forEach(
        (state, left) -> {
          if (left > 0) {
            rows.add(
                new StepKey(key.experiment(), key.condition(), "", state, "").row(runId, left));
          }
        });
    return rows;
  }

  private static void add(TransitionCounts.Builder counts, CountedStep step) {
    StepKey key = step.key();
    if (key.isEscape()) {
      counts.addEscapes(key.source(), step.count());
    } else {
      counts.add(key.source(), key.target(), step.count());
    }
  }
}
