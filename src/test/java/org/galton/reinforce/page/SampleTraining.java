package org.galton.reinforce.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.galton.reinforce.row.GroupSearch;
import org.galton.reinforce.row.MeasuredEpisodes;
import org.galton.reinforce.row.MeasuredGroup;
import org.galton.reinforce.row.MeasuredRate;
import org.galton.reinforce.row.RightAtStart;
import org.galton.reinforce.row.StepBudget;
import org.galton.reinforce.row.StepCosts;
import org.galton.reinforce.row.StepEpisodes;
import org.galton.reinforce.row.StepGroups;
import org.galton.reinforce.row.StepLearning;
import org.galton.reinforce.row.StepRollouts;
import org.galton.reinforce.row.StepSearch;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;

/** A made-up training that grows sure of itself, meets the token limit, and stands still once. */
public final class SampleTraining {
  public static final String NAME = "made-up";
  private static final int PROMPTS = 8;
  private static final int ROLLOUTS = 16;

  private SampleTraining() {}

  /** Writes its tables, without a row in {@code runs}, and reads them. */
  public static RecordedTraining in(Path folder, int steps) {
    OutputFolder output = new OutputFolder(folder.toString(), new Configuration());
    for (int step = 1; step <= steps; step++) {
      publish(output, TrainingTables.STEPS, step, List.of(step(step, steps)));
      publish(output, TrainingTables.GROUPS, step, groups(step));
    }
    for (int step = 0; step <= steps; step += 5) {
      publish(output, TrainingTables.EVALUATIONS, step, evaluations(step));
    }
    return RecordedTraining.read(output, NAME);
  }

  private static <R extends Record> void publish(
      OutputFolder output, Table<R> table, int step, List<R> rows) {
    output.ofTraining(table, NAME, step).publish(table, rows, () -> {});
  }

  static List<TrainingStepRow> steps(int steps) {
    return IntStream.rangeClosed(1, steps).mapToObj(step -> step(step, steps)).toList();
  }

  static TrainingStepRow step(int step, int steps) {
    double part = (double) step / steps;
    return step(step, 0.16 * Math.exp(-4 * part), 0.13 * part * part, step == 7 ? 0 : 900);
  }

  /** Of 128 rollouts. */
  static TrainingStepRow step(int step, double entropy, double truncated, long learned) {
    boolean idle = learned == 0;
    return new TrainingStepRow(
        NAME,
        step,
        "digest-" + step,
        0,
        new StepGroups(PROMPTS, idle ? 0 : 5, 1, 2, idle ? 5 : 0),
        new StepRollouts(
            PROMPTS * ROLLOUTS,
            0,
            0,
            160,
            4_000,
            some(0.2 + 0.001 * step),
            some(0.4),
            some(0.6 + 0.0005 * step),
            some(0),
            some(30 + 10.0 / step),
            some(truncated),
            some(entropy),
            some(0.8),
            none(),
            none(),
            none()),
        new StepLearning(
            learned,
            1e-4,
            some(-0.01),
            idle ? none() : some(1),
            idle ? none() : some(1.00001),
            idle ? none() : some(1e-7 * step),
            idle ? none() : some(1e-6),
            idle ? none() : some(0),
            idle ? none() : some(0.0002 * (step % 3)),
            none(),
            idle ? none() : some(step == 3 ? 40 : 0.2 + 0.01 * (step % 5))),
        new StepCosts(1.5, 0.01, 2 + 0.1 * (step % 4), 0.2, none(), 3.5, 1e9, 3e9),
        new StepBudget(
            OptionalInt.of(ROLLOUTS),
            OptionalInt.of(ROLLOUTS),
            none(),
            some(0.6),
            some(0.6),
            OptionalInt.of(PROMPTS)),
        some(0),
        StepSearch.NONE,
        StepEpisodes.NONE);
  }

  private static List<TrainingGroupRow> groups(int step) {
    List<TrainingGroupRow> rows = new ArrayList<>();
    for (int i = 0; i < PROMPTS; i++) {
      int correct = i == 0 ? 16 : i < 3 ? 0 : Math.min(15, i + step / 8);
      rows.add(
          new TrainingGroupRow(
              NAME,
              step,
              "countdown",
              "prompt-" + (step * PROMPTS + i) % 40,
              "generation-" + step,
              0,
              ROLLOUTS,
              none(),
              ROLLOUTS,
              correct,
              0,
              some(correct / 16.0),
              step == 7 && i > 2
                  ? "equal_rewards"
                  : i == 0 ? "all_correct" : i < 3 ? "all_wrong" : "kept",
              none(),
              none(),
              GroupSearch.NONE));
    }
    return rows;
  }

  private static List<TrainingEvaluationRow> evaluations(int step) {
    double gain = 0.4 / (1 + Math.pow(12.0 / Math.max(step, 1e-9), 2));
    return List.of(
        evaluation("countdown", step, 0.2 + gain, gain), evaluation("sums", step, 0.5, 0));
  }

  private static TrainingEvaluationRow evaluation(
      String task, int step, double rate, double change) {
    return new TrainingEvaluationRow(
        NAME,
        step,
        "policy@" + step,
        task,
        "validation",
        "generation-" + step,
        64,
        16,
        new MeasuredRate(some(rate), some(0.02), some(rate - 0.04), some(rate + 0.04)),
        new MeasuredRate(some(change), some(0.01), some(change - 0.02), some(change + 0.02)),
        some(0),
        33,
        0.01,
        4e9 * step,
        12,
        RightAtStart.NONE,
        new MeasuredGroup(some(0.9), some(rate)),
        MeasuredEpisodes.NONE);
  }

  private static OptionalDouble some(double value) {
    return OptionalDouble.of(value);
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }
}
