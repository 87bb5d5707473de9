package org.galton.study.advantages;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.galton.job.input.GivenRow;

/**
 * Logarithms of the probabilities of a rollout's learned tokens.
 *
 * @param places of the tokens in the completion, from 0: without masked ones
 * @param trained under the policy that learns
 * @param drawn under the distribution that they were drawn from
 * @param reference under the reference of the KL penalty; null where there is none
 */
record TokenLogs(int[] places, double[] trained, double[] drawn, double[] reference)
    implements Serializable {

  /**
   * Null where the row has no lists. A null in any list masks the token.
   *
   * @throws org.galton.spec.InvalidInput when a list is wrong, or they differ in length
   */
  static TokenLogs read(GivenRow row) {
    double[] trained = TokenList.read(row, RolloutReader.TRAINED);
    double[] drawn = TokenList.read(row, RolloutReader.DRAWN);
    double[] reference = TokenList.read(row, RolloutReader.REFERENCE);
    if (trained == null && drawn == null) {
      return null;
    }
    check(row, trained, RolloutReader.TRAINED, drawn);
    check(row, drawn, RolloutReader.DRAWN, trained);
    if (reference != null) {
      check(row, reference, RolloutReader.REFERENCE, trained);
    }
    int[] learned =
        IntStream.range(0, trained.length)
            .filter(
                t ->
                    !Double.isNaN(trained[t])
                        && !Double.isNaN(drawn[t])
                        && (reference == null || !Double.isNaN(reference[t])))
            .toArray();
    return new TokenLogs(
        learned,
        at(trained, learned),
        at(drawn, learned),
        reference == null ? null : at(reference, learned));
  }

  private static void check(GivenRow row, double[] list, String column, double[] other) {
    if (list == null) {
      throw row.problem(
          "column '%s' is empty".formatted(column),
          "a list of %d numbers, as in the other columns of tokens".formatted(other.length));
    }
    if (other != null && list.length != other.length) {
      throw row.problem(
          "column '%s' lists %d tokens".formatted(column, list.length),
          "as many as the other columns of tokens, %d".formatted(other.length));
    }
  }

  private static double[] at(double[] list, int[] places) {
    return IntStream.of(places).mapToDouble(t -> list[t]).toArray();
  }
}
