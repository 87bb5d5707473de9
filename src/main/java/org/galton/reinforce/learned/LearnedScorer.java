package org.galton.reinforce.learned;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.numerics.Logistic;
import org.galton.spec.InvalidInput;
import org.galton.table.RolloutRow;
import org.galton.table.store.Fingerprint;

/**
 * A fitted reward model: the probability that a rollout is right.
 *
 * <pre>  score = 1/(1 + exp(-b'x))</pre>
 *
 * @param from folder of the rollouts that it was fitted on
 * @param terms names of x
 * @param coefficients b, one a term
 * @param fitted rollouts that it was fitted on
 * @param heldOut how good it is on rollouts of prompts that it was not fitted on
 */
public record LearnedScorer(
    String from, List<String> terms, List<Double> coefficients, int fitted, HeldOut heldOut) {
  private static final String FILE = "reward-model.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param rollouts of the prompts that were held out
   * @param rightShare of them
   * @param accuracy share of them of which it says what their verdict says, from a score of 0.5
   * @param accuracyLow of the 95 % interval (Wilson) of the accuracy; rollouts of a prompt count as
   *     independent
   * @param accuracyHigh of the interval
   * @param ranking chance that it scores a right one above a wrong one, ties half
   */
  public record HeldOut(
      int rollouts,
      double rightShare,
      double accuracy,
      double accuracyLow,
      double accuracyHigh,
      double ranking) {}

  public LearnedScorer {
    terms = List.copyOf(terms);
    coefficients = List.copyOf(coefficients);
    if (!terms.equals(CompletionTerms.NAMES)
        || terms.size() != coefficients.size()
        || !coefficients.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Invalid terms %s with coefficients %s: expected %s with a finite number each"
              .formatted(terms, coefficients, CompletionTerms.NAMES));
    }
  }

  /** The name of its scores: another for other coefficients. */
  public String scorer() {
    List<String> parts = new ArrayList<>(terms);
    coefficients.forEach(value -> parts.add(Double.toHexString(value)));
    return "learned/1{" + Fingerprint.of(parts).hex(8) + "}";
  }

  /** Nothing where the log-probabilities of the rollout are not known. */
  public OptionalDouble score(RolloutRow row, String prompt) {
    return CompletionTerms.of(row, prompt)
        .map(values -> OptionalDouble.of(probability(values)))
        .orElse(OptionalDouble.empty());
  }

  double probability(double[] values) {
    double logit = 0;
    for (int j = 0; j < values.length; j++) {
      logit += coefficients.get(j) * values[j];
    }
    return Logistic.probability(logit);
  }

  /**
   * The one that a training keeps in its output; none where it has kept none of this folder.
   *
   * @throws InvalidInput when the file is none
   */
  static Optional<LearnedScorer> kept(Path output, String from) {
    Path file = output.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), LearnedScorer.class))
          .filter(kept -> kept.from().equals(from));
    } catch (IOException e) {
      throw new InvalidInput(
          "Cannot read the reward model %s: %s; remove it, and it is fitted again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Keeps it, whole or not at all, so that a training goes on with the same. */
  public void keep(Path output) throws IOException {
    Path temporary = output.resolve("." + FILE + ".tmp");
    Files.write(temporary, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.move(
        temporary,
        output.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
