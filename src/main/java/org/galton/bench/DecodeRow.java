package org.galton.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One way to decode, timed once in every round.
 *
 * @param slots rollouts side by side
 */
public record DecodeRow(int slots, List<DecodeTiming> timings) {
  public DecodeRow {
    timings = List.copyOf(timings);
  }

  /** The median over rounds. */
  public double median(ToDoubleFunction<DecodeTiming> figure) {
    return median(timings.stream().mapToDouble(figure).toArray());
  }

  public double lowest(ToDoubleFunction<DecodeTiming> figure) {
    return timings.stream().mapToDouble(figure).min().orElseThrow();
  }

  public double highest(ToDoubleFunction<DecodeTiming> figure) {
    return timings.stream().mapToDouble(figure).max().orElseThrow();
  }

  /**
   * The median over rounds of this row's figure divided by the other's in the same round: what both
   * suffered from, such as a busy machine, cancels.
   */
  public double ratio(DecodeRow other, ToDoubleFunction<DecodeTiming> figure) {
    return median(
        IntStream.range(0, timings.size())
            .mapToDouble(
                round ->
                    figure.applyAsDouble(timings.get(round))
                        / figure.applyAsDouble(other.timings.get(round)))
            .toArray());
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
