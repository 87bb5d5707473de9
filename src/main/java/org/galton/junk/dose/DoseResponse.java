package org.galton.junk.dose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;
import org.galton.statistics.Moments;

/**
 * How scores answer to a dose: slope, trend, and the effect between the lowest and the highest
 * dose. With several blocks a group of the effect has one value a block, the mean of its scores at
 * that dose; with one block it has the scores themselves.
 *
 * @param atLowest the values that the effect compares, at the lowest dose
 * @param atHighest likewise
 * @param effect empty where a group has fewer than two values
 */
public record DoseResponse(
    Optional<DoseSlope> slope,
    Optional<Trend> trend,
    double lowest,
    double highest,
    double[] atLowest,
    double[] atHighest,
    Optional<EffectSize> effect) {

  /**
   * @param blocks one or more, with a score or more
   * @param name which with the seed fixes draws
   */
  public static DoseResponse of(List<DoseBlock> blocks, DoseOptions options, String name) {
    double[] doses = blocks.stream().flatMapToDouble(b -> Arrays.stream(b.doses())).toArray();
    Expect.that(doses.length > 0, "scores", 0, "1 or more");
    double lowest = Arrays.stream(doses).min().orElseThrow();
    double highest = Arrays.stream(doses).max().orElseThrow();
    double[] first = at(blocks, lowest);
    double[] second = at(blocks, highest);
    boolean isMeasured = lowest < highest && first.length >= 2 && second.length >= 2;
    return new DoseResponse(
        DoseSlope.of(blocks),
        Trend.of(blocks, options.arrangements(), options.seed(), name),
        lowest,
        highest,
        first,
        second,
        isMeasured
            ? Optional.of(
                EffectSize.of(
                    first, second, options.draws(), options.confidence(), options.seed(), name))
            : Optional.empty());
  }

  /** The values at a dose that an effect compares, in no order; empty where there are none. */
  public static double[] at(List<DoseBlock> blocks, double dose) {
    if (blocks.size() == 1) {
      return scores(blocks.get(0), dose);
    }
    return blocks.stream()
        .map(block -> scores(block, dose))
        .filter(scores -> scores.length > 0)
        .mapToDouble(Moments::mean)
        .toArray();
  }

  private static double[] scores(DoseBlock block, double dose) {
    return IntStream.range(0, block.size())
        .filter(i -> block.doses()[i] == dose)
        .mapToDouble(i -> block.scores()[i])
        .toArray();
  }
}
