package org.galton.scaling;

import java.util.List;

/** The points as a fit reads them: ln compute in ascending order, rewards and weights. */
record Sample(double[] logCompute, double[] reward, double[] weight) {

  static Sample of(List<CurvePoint> points) {
    return new Sample(
        points.stream().mapToDouble(point -> Math.log(point.compute())).toArray(),
        points.stream().mapToDouble(CurvePoint::reward).toArray(),
        points.stream().mapToDouble(CurvePoint::weight).toArray());
  }

  /** The same places, other rewards. */
  Sample withReward(double[] other) {
    return new Sample(logCompute, other, weight);
  }

  int size() {
    return reward.length;
  }

  double first() {
    return logCompute[0];
  }

  double last() {
    return logCompute[size() - 1];
  }
}
