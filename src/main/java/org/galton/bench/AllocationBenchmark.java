package org.galton.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.galton.reward.budget.Allocation;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.RolloutBounds;
import org.galton.reward.budget.SuccessRates;

/**
 * Times the division of a budget among prompts whose rates are all different, against a priority
 * queue that hands out one rollout a step, in the same run: with a hundredth, a tenth and all of
 * the prompts, the small ones as often as makes their work that of the largest, since a processor's
 * clock is coarse. Each is warmed up before.
 *
 * @param prompts of the largest division
 * @param perPrompt rollouts of a prompt in the mean
 * @param most rollouts of a prompt
 */
public record AllocationBenchmark(int prompts, int perPrompt, int most) {
  private static final int LEAST = 2;
  private static final int WARM_UP = 20_000;

  public AllocationBenchmark {
    if (prompts < 100 || perPrompt < LEAST || most < perPrompt) {
      throw new IllegalArgumentException(
          ("Invalid benchmark of %d prompts, %d rollouts of each, %d at most: expected 100 or more"
                  + " prompts, and 2 or more rollouts up to the most")
              .formatted(prompts, perPrompt, most));
    }
  }

  /**
   * One size.
   *
   * @param seconds processor time of one division
   * @param queueSeconds of the queue
   * @param different prompts to which both give different numbers
   */
  public record Row(int prompts, long budget, double seconds, double queueSeconds, int different) {
    /** Time of the queue over ours. */
    public double ratio() {
      return queueSeconds / seconds;
    }
  }

  public List<Row> run() {
    time(Math.min(prompts, WARM_UP), 1);
    List<Row> rows = new ArrayList<>();
    for (int share : new int[] {100, 10, 1}) {
      rows.add(time(prompts / share, share));
    }
    return List.copyOf(rows);
  }

  /** Of the largest division. */
  public static List<Ratio> ratios(List<Row> rows) {
    Row largest = rows.get(rows.size() - 1);
    return List.of(
        Ratio.higherIsBetter(
            "divisions among %d prompts a CPU second".formatted(largest.prompts()),
            "a priority queue",
            largest.ratio()));
  }

  private Row time(int number, int repeats) {
    double[] rates = new SplittableRandom(number).doubles(number, 0.001, 0.999).toArray();
    long budget = (long) number * perPrompt;
    RolloutBounds bounds = new RolloutBounds(LEAST, most);
    SuccessRates known =
        SuccessRates.of(
            Arrays.stream(rates).mapToObj(OptionalDouble::of).toArray(OptionalDouble[]::new));
    Stopwatch watch = new Stopwatch();
    Allocation ours =
        repeat(repeats, () -> KnapsackRule.ofHighestValue().allocate(known, bounds, budget));
    double seconds = watch.cpuSeconds() / repeats;
    watch = new Stopwatch();
    int[] stepwise = repeat(repeats, () -> new StepwiseQueue(LEAST, most).divide(rates, budget));
    double queueSeconds = watch.cpuSeconds() / repeats;
    int different = 0;
    for (int i = 0; i < number; i++) {
      different += ours.rollouts()[i] == stepwise[i] ? 0 : 1;
    }
    return new Row(number, budget, seconds, queueSeconds, different);
  }

  private static <T> T repeat(int times, Supplier<T> division) {
    T last = division.get();
    for (int i = 1; i < times; i++) {
      last = division.get();
    }
    return last;
  }
}
