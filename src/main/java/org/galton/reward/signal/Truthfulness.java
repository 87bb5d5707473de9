package org.galton.reward.signal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.numerics.Expect;
import org.galton.statistics.Moments;

/**
 * Shares of right answers, abstentions and errors over questions; they sum to 1.
 *
 * <pre>  score = w_right accuracy + w_abstained uncertainty - w_wrong hallucination</pre>
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
    Map<Answered, Double> shares = new EnumMap<>(Answered.class);
    for (Answered outcome : Answered.values()) {
      shares.put(
          outcome,
          Moments.mean(answered.stream().mapToDouble(all -> share(outcome, all)).toArray()));
    }
    return Optional.of(
        new Truthfulness(
            shares.get(Answered.RIGHT),
            shares.get(Answered.ABSTAINED),
            shares.get(Answered.WRONG)));
  }

  /** accuracy - hallucination, as the paper reports it: weights 1, 0, 1. */
  public double score() {
    return score(1, 0, 1);
  }

  public double score(double rightWeight, double abstainedWeight, double wrongWeight) {
    return rightWeight * accuracy + abstainedWeight * uncertainty - wrongWeight * hallucination;
  }

  private static double share(Answered outcome, List<Answered> answers) {
    return (double) answers.stream().filter(found -> found == outcome).count() / answers.size();
  }
}
