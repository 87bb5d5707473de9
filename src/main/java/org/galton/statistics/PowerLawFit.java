package org.galton.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A straight line through a pass@k curve on its own scale, as an alternative to {@link
 * BetaBinomialFit}.
 *
 * <pre>  pass@k = exp(-a k^-b),   least squares of ln(-ln pass@k) on ln k</pre>
 *
 * <p>A curve average over prompts follows it only if solve rates have a density like p^(b-1) near
 * 0. The points share their samples and are not equally noisy, and regressions of this kind are
 * known to extrapolate poorly: no standard error is given because none would be right. Cost: one
 * pass over the points.
 *
 * <p>Brown et al., Large Language Monkeys, 2024, arXiv:2407.21787 (as c = exp(a k^b) with both
 * negative); Schaeffer et al., 2025, arXiv:2502.17578.
 *
 * @param scale a, -ln pass@1 on the line
 * @param exponent b, above 0 when the curve rises
 */
public record PowerLawFit(double scale, double exponent) {

  /**
   * The line through the points with 0 &lt; pass@k &lt; 1; nothing when fewer than two are left.
   */
  public static Optional<PowerLawFit> of(Map<Integer, Double> passByK) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    new TreeMap<>(passByK)
        .forEach(
            (k, pass) -> {
              Expect.that(k >= 1, "k", k, "1 or more");
              Expect.that(pass >= 0 && pass <= 1, "pass@" + k, pass, "0 to 1");
              if (pass > 0 && pass < 1) {
                x.add(Math.log(k));
                y.add(Math.log(-Math.log(pass)));
              }
            });
    return x.size() < 2 ? Optional.empty() : Optional.of(line(array(x), array(y)));
  }

  public double passAtK(int k) {
    Expect.that(k >= 1, "k", k, "1 or more");
    return Math.exp(-scale * Math.pow(k, -exponent));
  }

  private static PowerLawFit line(double[] x, double[] y) {
    double[] across = Moments.deviations(x);
    double slope = Moments.product(across, Moments.deviations(y)) / Moments.product(across, across);
    return new PowerLawFit(Math.exp(Moments.mean(y) - slope * Moments.mean(x)), -slope);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
