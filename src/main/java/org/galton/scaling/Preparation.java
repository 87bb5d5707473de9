package org.galton.scaling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.galton.numerics.Expect;

/**
 * Turns measurements into points: drops what is no number, keeps compute 0 for R0 alone, applies
 * the window, merges rows of the same compute, sorts.
 *
 * <p>The weight is the number of rollouts where evaluations differ in size and all sizes are known,
 * else 1; merged rows add their weights, and their reward is the weighted mean.
 *
 * @param minCompute lower end of the window: rows below it are skipped
 */
record Preparation(double minCompute) {

  Preparation {
    Expect.that(
        minCompute >= 0 && Double.isFinite(minCompute), "min_compute", minCompute, "0 or more");
  }

  PreparedPoints of(List<Measurement> measurements) {
    List<Measurement> usable =
        measurements.stream().filter(Preparation::isUsable).sorted(ORDER).toList();
    OptionalDouble zero =
        usable.stream().filter(m -> m.compute() == 0).mapToDouble(Measurement::reward).average();
    List<Measurement> positive = usable.stream().filter(m -> m.compute() > 0).toList();
    List<Measurement> inside = positive.stream().filter(m -> m.compute() >= minCompute).toList();
    List<CurvePoint> points = merged(inside, weighsRollouts(inside));
    return new PreparedPoints(
        points,
        zero,
        measurements.size() - usable.size(),
        positive.size() - inside.size(),
        inside.size() - points.size());
  }

  private static final Comparator<Measurement> ORDER =
      Comparator.comparingDouble(Measurement::compute)
          .thenComparingDouble(Measurement::reward)
          .thenComparingDouble(m -> m.rollouts().orElse(0))
          .thenComparingDouble(m -> m.noise().orElse(0));

  private static boolean isUsable(Measurement m) {
    return Double.isFinite(m.compute()) && Double.isFinite(m.reward()) && m.compute() >= 0;
  }

  private static boolean weighsRollouts(List<Measurement> rows) {
    return rows.stream().allMatch(m -> m.rollouts().orElse(0) > 0)
        && rows.stream().mapToDouble(m -> m.rollouts().getAsDouble()).distinct().count() > 1;
  }

  private static List<CurvePoint> merged(List<Measurement> sorted, boolean byRollouts) {
    List<CurvePoint> points = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      int to = from + 1;
      while (to < sorted.size() && sorted.get(to).compute() == sorted.get(from).compute()) {
        to++;
      }
      points.add(point(sorted.subList(from, to), byRollouts));
      from = to;
    }
    return points;
  }

  private static CurvePoint point(List<Measurement> rows, boolean byRollouts) {
    double weight = 0;
    double reward = 0;
    double variance = 0;
    for (Measurement row : rows) {
      double w = byRollouts ? row.rollouts().getAsDouble() : 1;
      double error = w * row.noise().orElse(0);
      weight += w;
      reward += w * row.reward();
      variance += error * error;
    }
    boolean known = rows.stream().allMatch(row -> row.noise().isPresent());
    return new CurvePoint(
        rows.get(0).compute(),
        Math.min(1, reward / weight),
        weight,
        known ? OptionalDouble.of(Math.sqrt(variance) / weight) : OptionalDouble.empty());
  }
}
