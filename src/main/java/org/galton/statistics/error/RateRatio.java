package org.galton.statistics.error;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;

/**
 * A rate over another one, of events that come in clusters, such as the rollouts of a problem.
 *
 * <pre>
 *   R     = (a / m) / (b / n)
 *   d_j   = (a_j - p m_j) / a  -  (b_j - q n_j) / b        of cluster j; p = a / m, q = b / n
 *   var   = J / (J - 1) * sum of d_j^2
 *   ends  = R exp(-+ z sqrt(var))
 * </pre>
 *
 * <p>With clusters of one event this is Katz's interval, whose variance is 1/a - 1/m + 1/b - 1/n,
 * times J / (J - 1). Katz, Baptista, Azen and Pike, Obtaining confidence intervals for the risk
 * ratio in cohort studies, 1978.
 *
 * @param ratio none where b or n or m is 0
 * @param interval of 95 %; none where a or b is 0, where all clusters are alike, and below two
 */
public record RateRatio(OptionalDouble ratio, Optional<Interval> interval) {
  private static final double CONFIDENCE = 0.95;

  /**
   * The events of one cluster.
   *
   * @param a events among the first m
   * @param b events among the other n
   */
  public record Cluster(long a, long m, long b, long n) implements Serializable {
    public Cluster {
      if (a < 0 || b < 0 || a > m || b > n) {
        throw new IllegalArgumentException(
            "Invalid cluster: %d of %d and %d of %d; expected at most as many events as trials, and none below 0"
                .formatted(a, m, b, n));
      }
    }
  }

  public static RateRatio of(List<Cluster> clusters) {
    double a = clusters.stream().mapToLong(Cluster::a).sum();
    double m = clusters.stream().mapToLong(Cluster::m).sum();
    double b = clusters.stream().mapToLong(Cluster::b).sum();
    double n = clusters.stream().mapToLong(Cluster::n).sum();
    if (m == 0 || b == 0) {
      return new RateRatio(OptionalDouble.empty(), Optional.empty());
    }
    double ratio = a / m * (n / b);
    if (a == 0 || clusters.size() < 2) {
      return new RateRatio(OptionalDouble.of(ratio), Optional.empty());
    }
    double squares = 0;
    for (Cluster cluster : clusters) {
      double first = (cluster.a() - a / m * cluster.m()) / a;
      double second = (cluster.b() - b / n * cluster.n()) / b;
      squares += (first - second) * (first - second);
    }
    if (squares == 0) {
      return new RateRatio(OptionalDouble.of(ratio), Optional.empty());
    }
    double count = clusters.size();
    double half = new Confidence(CONFIDENCE).z() * Math.sqrt(count / (count - 1) * squares);
    return new RateRatio(
        OptionalDouble.of(ratio),
        Optional.of(new Interval(ratio * Math.exp(-half), ratio * Math.exp(half))));
  }
}
