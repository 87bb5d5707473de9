package org.galton.emergence.performance;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.galton.statistics.regression.LogisticFit;
import org.galton.statistics.regression.LogisticStatus;

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
