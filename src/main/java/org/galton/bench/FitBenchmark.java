package org.galton.bench;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.galton.scaling.CurveFitting;
import org.galton.scaling.FitErrors;
import org.galton.scaling.ScalingFit;
import org.galton.scaling.StartingReward;

/**
 * Times fits of many simulated series, each with the profile interval of its asymptote, against a
 * plain multi-start search without one, on all cores, in the same run. A first pass over some of
 * the series warms up and does not count.
 *
 * @param series number of them
 * @param points of each
 * @param starts of the rival, for each series
 */
public record FitBenchmark(int series, int points, int starts) {
  private static final int WARM_UP = 200;

  /** How much lower than ours, in relation, the rival's sum of squares must be to count. */
  private static final double TOLERANCE = 1e-9;

  public FitBenchmark {
    if (series < 1 || points < 6 || starts < 1) {
      throw new IllegalArgumentException(
          "Invalid benchmark of %d series, %d points, %d starts: expected 1, 6 and 1 or more"
              .formatted(series, points, starts));
    }
  }

  /** Wall time, and processor time of all threads: a busy machine stretches only the first. */
  public record Time(double seconds, double cpuSeconds) {
    private static Time of(Stopwatch watch) {
      return new Time(watch.seconds(), watch.cpuSeconds());
    }
  }

  /**
   * What was measured.
   *
   * @param accepted series whose curve may be read
   * @param time for all series, with intervals
   * @param rivalTime for all series, without
   * @param rivalLower series where the rival found a lower sum of squares inside our search limits
   * @param rivalHigher series where it missed ours by more than a thousandth
   */
  public record Result(
      FitBenchmark benchmark,
      int threads,
      int accepted,
      Time time,
      Time rivalTime,
      int rivalLower,
      int rivalHigher) {

    /** Series a CPU second against the rival's. */
    public double speedup() {
      return rivalTime.cpuSeconds() / time.cpuSeconds();
    }

    public List<Ratio> ratios() {
      return List.of(
          Ratio.higherIsBetter(
              "series with interval a CPU second",
              "Levenberg-Marquardt from %d starts, without".formatted(benchmark.starts()),
              speedup()));
    }
  }

  public Result run() {
    CurveFitting fitting = CurveFitting.withDefaults().with(new StartingReward.Free());
    IntFunction<ScalingFit> ours = i -> fitting.of(SimulatedSeries.of(i, points));
    IntFunction<Double> rival = i -> new MultiStart(starts).squares(i, points);
    int warmUp = Math.min(series, WARM_UP);
    all(warmUp, ours);
    all(warmUp, rival);
    Stopwatch watch = new Stopwatch();
    List<ScalingFit> fits = all(series, ours);
    Time time = Time.of(watch);
    watch = new Stopwatch();
    List<Double> rivals = all(series, rival);
    Time rivalTime = Time.of(watch);
    int lower = 0;
    int higher = 0;
    for (int i = 0; i < series; i++) {
      double squares = squares(fits.get(i));
      lower += rivals.get(i) < squares * (1 - TOLERANCE) ? 1 : 0;
      higher += rivals.get(i) > squares * 1.001 ? 1 : 0;
    }
    int accepted = (int) fits.stream().filter(fit -> fit instanceof ScalingFit.Accepted).count();
    int threads = Runtime.getRuntime().availableProcessors();
    return new Result(this, threads, accepted, time, rivalTime, lower, higher);
  }

  private static <T> List<T> all(int number, IntFunction<T> work) {
    return IntStream.range(0, number).parallel().mapToObj(work).toList();
  }

  /** A series that the gates held back has no curve, and so nothing to be beaten. */
  private static double squares(ScalingFit fit) {
    return fit instanceof ScalingFit.Accepted accepted
        ? accepted.errors().squares()
        : ((ScalingFit.Refused) fit).errors().map(FitErrors::squares).orElse(0.0);
  }
}
