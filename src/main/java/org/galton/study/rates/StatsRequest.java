package org.galton.study.rates;

import java.util.List;
import java.util.stream.IntStream;
import org.galton.spec.InvalidInput;
import org.galton.statistics.vote.Ties;

/**
 * What is asked of rollouts that Galton did not draw.
 *
 * @param input a file, or a folder of files of one format
 * @param ks in ascending order; empty for the powers of two up to the most rollouts of a prompt
 * @param ties what a tied vote earns
 * @param clusterColumn the column that names a prompt's family
 * @param truncated what becomes of the verdict on a rollout that was cut off
 */
public record StatsRequest(
    String input, List<Integer> ks, Ties ties, String clusterColumn, TruncatedVerdicts truncated) {
  private static final int POWERS = 30;

  public StatsRequest {
    for (int k : ks) {
      if (k < 1) {
        throw new InvalidInput("Invalid --k " + k + ": expected 1 or more");
      }
    }
    ks = ks.stream().distinct().sorted().toList();
  }

  /**
   * Powers of two, ties shared, families in the column {@code cluster}, truncated rollouts wrong.
   */
  public static StatsRequest of(String input) {
    return new StatsRequest(
        input, List.of(), Ties.SHARED, RolloutColumn.CLUSTER.title(), TruncatedVerdicts.WRONG);
  }

  public StatsRequest withKs(List<Integer> option) {
    return new StatsRequest(input, option, ties, clusterColumn, truncated);
  }

  public StatsRequest with(Ties option) {
    return new StatsRequest(input, ks, option, clusterColumn, truncated);
  }

  public StatsRequest withClusterColumn(String option) {
    return new StatsRequest(input, ks, ties, option, truncated);
  }

  public StatsRequest with(TruncatedVerdicts option) {
    return new StatsRequest(input, ks, ties, clusterColumn, option);
  }

  /** Every k that a prompt could be asked for. */
  List<Integer> possibleKs() {
    return ks.isEmpty() ? IntStream.rangeClosed(0, POWERS).mapToObj(i -> 1 << i).toList() : ks;
  }

  /**
   * The ks that prompts with so many rollouts at most have.
   *
   * @throws InvalidInput when one that was named is larger
   */
  List<Integer> ksUpTo(int mostRollouts) {
    if (!ks.isEmpty() && ks.get(ks.size() - 1) > mostRollouts) {
      throw new InvalidInput(
          "Invalid --k %d: no prompt of %s has more than %d rollouts; expected 1 to %d"
                  .formatted(ks.get(ks.size() - 1), input, mostRollouts, mostRollouts)
              + " (--plan extrapolates beyond them)");
    }
    return possibleKs().stream().filter(k -> k <= mostRollouts).toList();
  }
}
