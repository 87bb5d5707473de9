package org.galton.scaling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.galton.numerics.Expect;

/**
 * What points must show before a curve is fitted to them: enough of them, and a rise.
 *
 * <pre>
 *  gain = mean of the last k rewards - mean of the first k,   k = max(1, floor(n/4))
 *  tau  = (rising pairs - falling pairs) / (n (n-1) / 2),     Kendall's tau-a
 * </pre>
 *
 * @param minPoints fewest points with R0 known; one more is needed where it is fitted
 * @param minGain smallest gain that counts as a change
 */
public record Gates(int minPoints, double minGain) {

  public Gates {
    Expect.that(minPoints >= 4, "min_points", minPoints, "4 or more");
    Expect.that(minGain >= 0 && minGain <= 1, "min_gain", minGain, "0 to 1");
  }

  /** 5 points (6 where R0 is fitted), a gain of 0.01. */
  public static Gates withDefaults() {
    return new Gates(5, 0.01);
  }

  /** The first gate that is shut. */
  Optional<Shut> check(List<CurvePoint> points, int fittedParameters) {
    int needed = minPoints + fittedParameters - 3;
    if (points.size() < needed) {
      return Optional.of(
          new Shut(
              FitStatus.TOO_FEW_POINTS, points.size() + " of the " + needed + " points needed"));
    }
    double gain = gain(points);
    if (gain <= -minGain && tau(points) < 0) {
      return Optional.of(new Shut(FitStatus.DECREASING, "gain " + rounded(gain)));
    }
    if (Math.abs(gain) < minGain) {
      return Optional.of(
          new Shut(
              FitStatus.NO_GAIN, "gain " + rounded(gain) + ", less than " + minGain + " in size"));
    }
    return Optional.empty();
  }

  /** Why not. */
  record Shut(FitStatus status, String detail) {}

  static double gain(List<CurvePoint> points) {
    int n = points.size();
    int k = Math.max(1, n / 4);
    return mean(points.subList(n - k, n)) - mean(points.subList(0, k));
  }

  static double tau(List<CurvePoint> points) {
    double balance = 0;
    for (int i = 0; i < points.size(); i++) {
      for (int j = 0; j < i; j++) {
        balance += Math.signum(points.get(i).reward() - points.get(j).reward());
      }
    }
    return balance / (points.size() * (points.size() - 1) / 2.0);
  }

  private static double mean(List<CurvePoint> some) {
    return some.stream().mapToDouble(CurvePoint::reward).average().orElseThrow();
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
