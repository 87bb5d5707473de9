package org.galton.statistics.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well forecasts tell which outcomes to leave out: the share of failures among the outcomes
 * that are kept, over the share that is kept, the surest first.
 *
 * <pre>
 *   risk(c)   share of failures among the max(1, floor(c N)) outcomes of highest forecast
 *   area      of risk(c) by trapezoids over 100 values of c from 0 to 1
 *   best      the same where all successes come first
 *   score     1 - (area - best) / (e - best), e the share of failures, held to [0, 1]
 * </pre>
 *
 * <p>An order by chance scores 0 in the mean, the best 1, a worse order than chance 0 as well.
 * Outcomes of equal forecast have no order: each counts as the mean of them. Geifman and El-Yaniv,
 * Selective Classification for Deep Neural Networks, 2017; the coverages are those of the
 * reliability metrics of HAL (2510.11977).
 *
 * @param area in [0, 1]
 * @param best in [0, area]
 * @param score nothing where all outcomes are the same
 */
public record RiskCoverage(double area, double best, OptionalDouble score) {
  private static final int STEPS = 99;

  private record Kept(long count, double failures) {}

  /**
   * @param forecasts with one outcome or more in all
   */
  public static RiskCoverage of(List<Forecast> forecasts) {
    long right = forecasts.stream().mapToLong(Forecast::right).sum();
    long wrong = forecasts.stream().mapToLong(Forecast::wrong).sum();
    if (right + wrong == 0) {
      throw new IllegalArgumentException("Invalid forecasts: expected one outcome or more");
    }
    double area = area(surestFirst(forecasts), right + wrong);
    double best = area(List.of(new Kept(right, 0), new Kept(wrong, wrong)), right + wrong);
    if (right == 0 || wrong == 0) {
      return new RiskCoverage(area, best, OptionalDouble.empty());
    }
    double failures = (double) wrong / (right + wrong);
    double score = 1 - (area - best) / (failures - best);
    return new RiskCoverage(area, best, OptionalDouble.of(Math.min(1, Math.max(0, score))));
  }

  /** Outcomes of equal forecast are one entry. */
  private static List<Kept> surestFirst(List<Forecast> forecasts) {
    List<Forecast> sorted =
        forecasts.stream()
            .sorted(Comparator.comparingDouble(Forecast::probability).reversed())
            .toList();
    List<Kept> groups = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      long count = 0;
      double failures = 0;
      while (to < sorted.size() && sorted.get(to).probability() == sorted.get(from).probability()) {
        count += sorted.get(to).count();
        failures += sorted.get(to).wrong();
        to++;
      }
      groups.add(new Kept(count, failures));
      from = to;
    }
    return groups;
  }

  private static double area(List<Kept> surestFirst, long outcomes) {
    double area = 0;
    double before = 0;
    int group = 0;
    long done = 0;
    double failed = 0;
    for (int step = 0; step <= STEPS; step++) {
      long kept = Math.max(1, outcomes * step / STEPS);
      while (done + surestFirst.get(group).count() < kept) {
        done += surestFirst.get(group).count();
        failed += surestFirst.get(group).failures();
        group++;
      }
      Kept open = surestFirst.get(group);
      double risk = (failed + open.failures() * (kept - done) / open.count()) / kept;
      if (step > 0) {
        area += (before + risk) / 2 / STEPS;
      }
      before = risk;
    }
    return area;
  }
}
