package org.galton.reward.signal;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.galton.numerics.Expect;
import org.galton.statistics.Moments;

/**
 * Shares of right answers, abstentions and errors over questions; they sum to 1.
 *
 * <pre>
 *   score = right weight * accuracy + abstained weight * uncertainty - wrong weight * hallucination
 * </pre>
 *
 * <p>Several answers to a question are averaged first. The shares say as much about the judge that
 * tells abstentions from errors as about the model.
 *
 * <p>TruthRL, 2025, arXiv:2509.25760.
 *
 * @param accuracy right answers
 * @param uncertainty abstentions
 * @param hallucination errors, empty answers among them
 */
public record Truthfulness(double accuracy, double uncertainty, double hallucination) {

  public Truthfulness {
    Expect.share(accuracy, "accuracy");
    Expect.share(uncertainty, "uncertainty");
    Expect.share(hallucination, "hallucination");
    double sum = accuracy + uncertainty + hallucination;
    Expect.that(Math.abs(sum - 1) < 1e-9, "sum of the shares", sum, "1");
  }

  /** Nothing without a question; questions without an answer are not counted. */
  public static Optional<Truthfulness> of(Collection<List<Answered>> byQuestion) {
    List<List<Answered>> answered = byQuestion.stream().filter(all -> !all.isEmpty()).toList();
    if (answered.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Truthfulness(
            share(Answered.RIGHT, answered),
            share(Answered.ABSTAINED, answered),
            share(Answered.WRONG, answered)));
  }

  private static double share(Answered outcome, List<List<Answered>> byQuestion) {
    return Moments.mean(
        byQuestion.stream()
            .mapToDouble(all -> (double) Collections.frequency(all, outcome) / all.size())
            .toArray());
  }

  /** accuracy - hallucination, as the paper reports it: weights 1, 0, 1. */
  public double score() {
    return score(1, 0, 1);
  }

  public double score(double rightWeight, double abstainedWeight, double wrongWeight) {
    return rightWeight * accuracy + abstainedWeight * uncertainty - wrongWeight * hallucination;
  }
}
