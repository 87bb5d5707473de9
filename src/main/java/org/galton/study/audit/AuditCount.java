package org.galton.study.audit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.galton.audit.Guess;

/**
 * Trials added up.
 *
 * @param leaks null where nothing was drawn
 * @param hits null without candidates
 */
record AuditCount(
    int trials, int failed, Integer leaks, Integer hits, Double meanRank, Double meanProbability) {

  /**
   * @param label number of the candidate that a trial is scored for
   */
  static AuditCount of(List<Trial> all, ToIntFunction<Trial> label) {
    List<Trial> trials = all.stream().filter(Trial::counts).toList();
    List<Guess> guesses =
        trials.stream()
            .map(trial -> trial.guess(label.applyAsInt(trial)))
            .flatMap(Optional::stream)
            .toList();
    boolean drawn = trials.stream().anyMatch(trial -> trial.leaked() != null);
    boolean cosine =
        trials.stream().anyMatch(trial -> trial.unit().technique().kind() == TechniqueKind.COSINE);
    OptionalDouble rank = guesses.stream().mapToInt(Guess::rank).average();
    OptionalDouble probability = guesses.stream().mapToDouble(Guess::probability).average();
    return new AuditCount(
        trials.size(),
        all.size() - trials.size(),
        drawn ? (int) trials.stream().filter(trial -> trial.leaked()).count() : null,
        guesses.isEmpty() ? null : (int) guesses.stream().filter(Guess::hit).count(),
        rank.isPresent() ? rank.getAsDouble() : null,
        probability.isPresent() && !cosine ? probability.getAsDouble() : null);
  }
}
