package org.galton.statistics.error;

import java.util.List;
import org.galton.numerics.CompensatedSum;
import org.galton.statistics.Confidence;
import org.galton.statistics.Moments;

/**
 * How the correlation of prompts in one family enters the error of a mean. d_i = v_i - mean, M
 * prompts, G clusters.
 */
public enum ClusterVariance {

  /**
   * The plain variance plus the covariances inside clusters (Miller 2024), floored at 0. With one
   * prompt per cluster it is exactly the plain error.
   *
   * <pre>  SE^2 + (1/M^2) sum_clusters sum_{i != j} d_i d_j</pre>
   */
  ADDED_COVARIANCE {
    @Override
    double squaredError(double[] deviations, List<double[]> grouped) {
      double prompts = deviations.length;
      double squares = Moments.product(deviations, deviations);
      double plain = squares / (prompts * (prompts - 1));
      return Math.max(0, plain + (squaredTotals(grouped) - squares) / (prompts * prompts));
    }
  },

  /**
   * The sandwich estimator, biased low with few clusters.
   *
   * <pre>  (1/M^2) sum_clusters (sum d_i)^2</pre>
   */
  SANDWICH {
    @Override
    double squaredError(double[] deviations, List<double[]> grouped) {
      double prompts = deviations.length;
      return squaredTotals(grouped) / (prompts * prompts);
    }
  },

  /**
   * The sandwich times G/(G-1), with Student's t on G-1 degrees for the interval. With one prompt
   * per cluster it is exactly the plain error.
   */
  SMALL_SAMPLE {
    @Override
    double squaredError(double[] deviations, List<double[]> grouped) {
      double clusters = grouped.size();
      return SANDWICH.squaredError(deviations, grouped) * clusters / (clusters - 1);
    }

    @Override
    double quantile(Confidence confidence, int clusters) {
      return confidence.t(clusters - 1);
    }

    @Override
    public double tails(double score, int clusters) {
      return Confidence.studentTails(score, clusters - 1);
    }
  };

  abstract double squaredError(double[] deviations, List<double[]> grouped);

  double quantile(Confidence confidence, int clusters) {
    return confidence.z();
  }

  /** Two-sided p-value of value / error, in step with the quantile. */
  public double tails(double score, int clusters) {
    return Confidence.normalTails(score);
  }

  private static double squaredTotals(List<double[]> grouped) {
    double[] totals = grouped.stream().mapToDouble(CompensatedSum::ofSorted).toArray();
    return Moments.product(totals, totals);
  }
}
