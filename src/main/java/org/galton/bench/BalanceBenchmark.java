package org.galton.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.galton.balance.Components;
import org.galton.balance.MoveKernel;
import org.galton.balance.potential.Landscape;
import org.galton.balance.potential.LeastAction;
import org.galton.balance.potential.ViolationFunction;

/**
 * Times components and least-action potentials of simulated kernels near detailed balance, of a
 * hundredth, a tenth and all of the states, one thread. The smallest warms up.
 *
 * @param states of the largest kernel
 * @param neighbours that each state moves to, and from
 */
public record BalanceBenchmark(int states, int neighbours) {
  private static final int SMALLEST_SHARE = 100;
  private static final int WARM_UP = 5;

  public BalanceBenchmark {
    if (neighbours < 2 || neighbours % 2 > 0 || states / SMALLEST_SHARE < 2 * neighbours) {
      throw new IllegalArgumentException(
          ("Invalid benchmark of %d states with %d neighbours: expected an even number of"
                  + " neighbours, and at least %d states for each")
              .formatted(states, neighbours, 2 * SMALLEST_SHARE));
    }
    if ((long) states * neighbours > Integer.MAX_VALUE / 4) {
      throw new IllegalArgumentException(
          "Invalid benchmark of %d states with %d neighbours: expected at most %,d moves"
              .formatted(states, neighbours, Integer.MAX_VALUE / 4));
    }
  }

  /** Wall time, and processor time of all threads: a busy machine stretches only the first. */
  public record Time(double seconds, double cpuSeconds) {
    private static Time of(Stopwatch watch) {
      return new Time(watch.seconds(), watch.cpuSeconds());
    }
  }

  /**
   * A potential's time and work.
   *
   * @param sweeps of coordinate descent
   * @param newtonSteps between them
   * @param iterations of conjugate gradients in these
   * @param imbalance largest relative difference of a state's flows, 0 at the minimum
   */
  public record Fit(Time time, int sweeps, int newtonSteps, int iterations, double imbalance) {}

  /**
   * What a kernel took.
   *
   * @param components time to find them
   * @param heapBytes most that was in use after a collection
   */
  public record Row(
      int states, int moves, Time components, Fit exp, Fit logistic, long heapBytes) {}

  /**
   * @param progress is told what is being done
   * @return from the fewest states to the most
   */
  public List<Row> run(Consumer<String> progress) {
    progress.accept("warming up");
    MoveKernel small = SimulatedKernel.of(states / SMALLEST_SHARE, neighbours);
    for (int i = 0; i < WARM_UP; i++) {
      row(small);
    }
    List<Row> rows = new ArrayList<>();
    for (int share = SMALLEST_SHARE; share >= 1; share /= 10) {
      progress.accept("timing %,d states".formatted(states / share));
      rows.add(row(SimulatedKernel.of(states / share, neighbours)));
    }
    return List.copyOf(rows);
  }

  /** How the time of a move grows from a tenth of the states to all. */
  public static List<Ratio> ratios(List<Row> rows) {
    return List.of(
        growth("components", rows, Row::components),
        growth("exp", rows, row -> row.exp().time()),
        growth("logistic", rows, row -> row.logistic().time()));
  }

  private static Ratio growth(String name, List<Row> rows, Function<Row, Time> time) {
    Row tenth = rows.get(rows.size() - 2);
    Row most = rows.get(rows.size() - 1);
    return Ratio.lowerIsBetter(
        "CPU time of a move, %s, of %d moves".formatted(name, most.moves()),
        "of %d".formatted(tenth.moves()),
        time.apply(most).cpuSeconds()
            / most.moves()
            / (time.apply(tenth).cpuSeconds() / tenth.moves()));
  }

  private static Row row(MoveKernel kernel) {
    try (HeapWatch heap = new HeapWatch()) {
      Stopwatch watch = new Stopwatch();
      Components.of(kernel);
      Time components = Time.of(watch);
      Fit exp = fit(kernel, ViolationFunction.EXP);
      Fit logistic = fit(kernel, ViolationFunction.LOGISTIC);
      return new Row(
          kernel.states().size(), kernel.moves(), components, exp, logistic, heap.most());
    }
  }

  private static Fit fit(MoveKernel kernel, ViolationFunction function) {
    Stopwatch watch = new Stopwatch();
    Landscape landscape = LeastAction.withDefaults().with(function).of(kernel);
    return new Fit(
        Time.of(watch),
        landscape.sweeps(),
        landscape.newtonSteps(),
        landscape.iterations(),
        landscape.imbalance());
  }
}
