package org.galton.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.numerics.Expect;

/**
 * B and C_mid with A held, to compare how fast recipes learn: fitted freely, B leans on A.
 *
 * <p>Use one A for all runs compared, such as their mean, and one R0 for each. {@link #refit} is
 * least squares of R; {@link #line} is quick and needs no search:
 *
 * <pre>  ln((R - R0)/(A - R)) = B ln C - B ln C_mid</pre>
 *
 * by ordinary least squares over the points strictly between R0 and A. Close to either end the
 * logarithm magnifies noise, and points beyond them are lost: it is an estimate, not a fit.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786.
 *
 * @param asymptote A
 */
public record FixedAsymptote(double asymptote) {

  public FixedAsymptote {
    Expect.share(asymptote, "asymptote");
  }

  /**
   * A line through straightened points.
   *
   * @param used points strictly between R0 and A
   */
  public record Line(double exponent, double midpoint, int used) {}

  /** Least squares of the rewards; R0 as given, or fitted where it is empty. */
  public FitMethod.Optimum refit(List<CurvePoint> points, OptionalDouble start) {
    Expect.that(
        asymptote >= start.orElse(0), "asymptote", asymptote, "R0 or more, " + start.orElse(0));
    return LeastSquares.withDefaults().fitAt(asymptote, Sample.of(points), start);
  }

  /** Empty below two points strictly between R0 and A, and where the line does not rise. */
  public Optional<Line> line(List<CurvePoint> points, double start) {
    List<double[]> places = new ArrayList<>();
    for (CurvePoint point : points) {
      if (point.reward() > start && point.reward() < asymptote) {
        double odds = Math.log((point.reward() - start) / (asymptote - point.reward()));
        places.add(new double[] {Math.log(point.compute()), odds});
      }
    }
    if (places.size() < 2) {
      return Optional.empty();
    }
    double meanX = places.stream().mapToDouble(place -> place[0]).average().orElseThrow();
    double meanY = places.stream().mapToDouble(place -> place[1]).average().orElseThrow();
    double across = 0;
    double along = 0;
    for (double[] place : places) {
      across += (place[0] - meanX) * (place[0] - meanX);
      along += (place[0] - meanX) * (place[1] - meanY);
    }
    double exponent = along / across;
    return exponent > 0
        ? Optional.of(new Line(exponent, Math.exp(meanX - meanY / exponent), places.size()))
        : Optional.empty();
  }
}
