package org.galton.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.galton.model.llama.torch.StepProfile;

/**
 * A sampler as it was timed, once in every round.
 *
 * @param profile seconds of each part of drawing, of a few rollouts under a profiler
 */
public record SamplerRow(
    String sampler, List<SamplerPass> passes, Map<StepProfile.Part, Double> profile) {
  public SamplerRow {
    passes = List.copyOf(passes);
  }

  /** The median over rounds. */
  public double median(ToDoubleFunction<SamplerPass> figure) {
    return new Median().evaluate(passes.stream().mapToDouble(figure).toArray());
  }

  /** The median over rounds of this row's figure divided by the other's in the same round. */
  public double ratio(SamplerRow other, ToDoubleFunction<SamplerPass> figure) {
    return new Median()
        .evaluate(
            IntStream.range(0, passes.size())
                .mapToDouble(
                    round ->
                        figure.applyAsDouble(passes.get(round))
                            / figure.applyAsDouble(other.passes.get(round)))
                .toArray());
  }

  /**
   * Tokens a CPU second of all samplers against the first.
   *
   * @param rows plain drawing first
   */
  public static List<Ratio> ratios(List<SamplerRow> rows) {
    SamplerRow plain = rows.get(0);
    return rows.stream()
        .skip(1)
        .map(
            row ->
                Ratio.higherIsBetter(
                    "tokens a CPU second, " + row.sampler(),
                    plain.sampler(),
                    row.ratio(plain, SamplerPass::tokensPerCpuSecond)))
        .toList();
  }

  /** Of the time of drawing. */
  public double share(StepProfile.Part part) {
    return profile.get(part) / profile.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
