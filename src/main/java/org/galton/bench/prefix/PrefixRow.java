package org.galton.bench.prefix;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * A workload as it was timed, each way once in every round.
 *
 * @param kept passes in which prompts begin at what is kept of others
 * @param anew passes in which each prompt is computed whole
 */
public record PrefixRow(String workload, List<PrefixPass> kept, List<PrefixPass> anew) {
  public PrefixRow {
    kept = List.copyOf(kept);
    anew = List.copyOf(anew);
  }

  /** The median over rounds. */
  public static double median(List<PrefixPass> passes, ToDoubleFunction<PrefixPass> figure) {
    return new Median().evaluate(passes.stream().mapToDouble(figure).toArray());
  }

  /** How many times as much it takes anew, the median over rounds. */
  public double ratio(ToDoubleFunction<PrefixPass> figure) {
    return new Median()
        .evaluate(
            IntStream.range(0, kept.size())
                .mapToDouble(
                    round ->
                        figure.applyAsDouble(anew.get(round))
                            / figure.applyAsDouble(kept.get(round)))
                .toArray());
  }

  /** Whether both ways have drawn the same texts in every round. */
  public boolean sameTexts() {
    return IntStream.range(0, kept.size())
        .allMatch(round -> kept.get(round).sameTexts(anew.get(round)));
  }

  /** The largest difference of a completion's log-probability between both ways, in nats. */
  public double logprobDifference() {
    return IntStream.range(0, kept.size())
        .mapToDouble(round -> kept.get(round).logprobDifference(anew.get(round)))
        .max()
        .orElseThrow();
  }
}
