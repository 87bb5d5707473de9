package org.galton.emergence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.statistics.Coefficient;
import org.galton.statistics.LogisticFit;
import org.galton.statistics.LogisticStatus;

/** What came of regressing success on synergy and redundancy. */
public sealed interface PerformanceFit {

  LogisticStatus status();

  /** Groups with both figures. */
  int groups();

  /** Groups without them: ended before the window did, or without a figure there. */
  int groupsLeftOut();

  WeightReport weights();

  /**
   * A regression that may be read.
   *
   * @param regression with the terms of {@link PerformanceModel}
   * @param groupsByCondition how many groups each condition has
   */
  record Accepted(
      LogisticFit.Accepted regression,
      Predictor synergy,
      Predictor redundancy,
      Map<String, Integer> groupsByCondition,
      WeightReport weights,
      int groups,
      int groupsLeftOut)
      implements PerformanceFit {
    public Accepted {
      groupsByCondition = Collections.unmodifiableMap(new TreeMap<>(groupsByCondition));
    }

    @Override
    public LogisticStatus status() {
      return LogisticStatus.OK;
    }

    /**
     * Whose odds ratio says how much a standard deviation of redundancy raises the worth of one of
     * synergy.
     */
    public Coefficient interaction() {
      return regression.coefficient(PerformanceModel.INTERACTION);
    }

    /**
     * Predicted success over the ranges of synergy and redundancy, by synergy, then redundancy. The
     * corners may be far from any group.
     *
     * @param places along each side, 2 or more
     */
    public List<SurfacePoint> surface(int places) {
      Expect.that(places >= 2, "places", places, "2 or more");
      List<SurfacePoint> points = new ArrayList<>();
      for (int i = 0; i < places; i++) {
        for (int j = 0; j < places; j++) {
          double s = synergy.at(i, places);
          double r = redundancy.at(j, places);
          points.add(new SurfacePoint(s, r, probability(s, r)));
        }
      }
      return List.copyOf(points);
    }

    private double probability(double s, double r) {
      List<String> terms = regression.coefficients().stream().map(Coefficient::term).toList();
      double sum = 0;
      for (var condition : groupsByCondition.entrySet()) {
        double[] row =
            PerformanceModel.row(
                terms, synergy.scale().score(s), redundancy.scale().score(r), condition.getKey());
        sum += condition.getValue() * regression.probability(row);
      }
      return sum / groups;
    }
  }

  /**
   * No regression.
   *
   * @param reason with the numbers, to follow the status
   */
  record Refused(
      LogisticStatus status, String reason, WeightReport weights, int groups, int groupsLeftOut)
      implements PerformanceFit {}
}
