package org.galton.study.advantages;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galton.numerics.Optionals;
import org.galton.study.advantages.row.AdvantageRow;
import org.galton.study.advantages.row.TokenCoefficientRow;

/**
 * What became of a rollout.
 *
 * @param leftOut the filter that leaves it out; null where it is learned from
 * @param tokens that it is learned from; null where nothing is known of tokens
 * @param weight of each of them in the batch
 * @param learned its tokens; null without logarithms
 */
record LearnedRollout(
    String prompt,
    int sample,
    double reward,
    double advantage,
    FilterName leftOut,
    Integer tokens,
    double weight,
    LearnedTokens learned)
    implements Serializable {

  AdvantageRow row(String runId, String step) {
    return new AdvantageRow(
        runId,
        step,
        prompt,
        sample,
        reward,
        advantage,
        leftOut == null ? null : leftOut.toString(),
        tokens,
        tokens == null ? null : Double.valueOf(weight),
        coefficientSum(),
        learned == null ? null : Optionals.orNull(Arrays.stream(learned.ratios()).max()),
        learned == null ? null : Integer.valueOf(learned.clipped()));
  }

  private Double coefficientSum() {
    if (learned != null) {
      return Arrays.stream(learned.coefficients()).sum();
    }
    return tokens == null ? null : Double.valueOf(tokens * weight * advantage);
  }

  Stream<TokenCoefficientRow> tokenRows(String runId, String step) {
    return learned == null
        ? Stream.empty()
        : IntStream.range(0, learned.places().length)
            .mapToObj(
                t ->
                    new TokenCoefficientRow(
                        runId,
                        step,
                        prompt,
                        sample,
                        learned.places()[t],
                        learned.ratios()[t],
                        learned.coefficients()[t]));
  }
}
