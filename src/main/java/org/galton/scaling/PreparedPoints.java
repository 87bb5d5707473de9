package org.galton.scaling;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a curve is fitted to, and what was left out of it.
 *
 * @param points in ascending order of compute, no compute twice
 * @param zeroReward mean reward of the rows with compute 0
 * @param dropped rows without a finite compute and reward, or with compute below 0
 * @param skipped rows below the window
 * @param merged rows that another row of the same compute took in
 */
public record PreparedPoints(
    List<CurvePoint> points, OptionalDouble zeroReward, int dropped, int skipped, int merged) {

  public PreparedPoints {
    points = List.copyOf(points);
  }

  public int size() {
    return points.size();
  }

  /** The largest compute; 0 where there are no points. */
  public double maxCompute() {
    return points.isEmpty() ? 0 : points.get(points.size() - 1).compute();
  }

  /** The points whose compute is at most this. */
  public PreparedPoints upTo(double compute) {
    return with(points.stream().filter(point -> point.compute() <= compute).toList());
  }

  /** The points whose compute is above this. */
  public PreparedPoints beyond(double compute) {
    return with(points.stream().filter(point -> point.compute() > compute).toList());
  }

  private PreparedPoints with(List<CurvePoint> some) {
    return new PreparedPoints(some, zeroReward, dropped, skipped, merged);
  }
}
