package org.galton.reinforce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.llama.Checkpoint;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;

/**
 * What a training would still cost. Filters and refills are not foreseen: prompts that are drawn
 * again in place of others come on top, and those that are not learned from cost less.
 *
 * @param stepsDone whose account is stored
 * @param rollouts to draw for steps
 * @param measuredRollouts to draw for evaluations; those that are stored count as well
 * @param tokensPerRollout mean of the last step stored; the token limit where there is none
 * @param flops of drawing for steps and of learning from all of it
 * @param seconds at the pace of the last steps stored, evaluations not counted
 */
public record TrainingForecast(
    int stepsDone,
    int stepsLeft,
    long rollouts,
    long measuredRollouts,
    double tokensPerRollout,
    double flops,
    OptionalDouble seconds) {
  private static final int LAST = 10;

  /**
   * Writes nothing.
   *
   * @throws org.galton.spec.InvalidInput when the start cannot be read
   */
  public static TrainingForecast of(ReinforceSpec spec, Configuration hadoop) {
    long parameters = Checkpoint.open(spec.start()).config().parameters();
    List<TrainingStepRow> rows = stored(spec, hadoop);
    int done = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).step();
    int left = Math.max(0, spec.steps() - done);
    long rollouts = (long) left * spec.promptsPerStep() * spec.rollouts();
    double each =
        rows.isEmpty()
            ? spec.sampling().maxTokens()
            : rows.get(rows.size() - 1)
                .rollouts()
                .completionTokensMean()
                .orElse(spec.sampling().maxTokens());
    OptionalDouble pace =
        rows.stream()
            .skip(Math.max(0, rows.size() - LAST))
            .mapToDouble(row -> seconds(row))
            .average();
    return new TrainingForecast(
        done,
        left,
        rollouts,
        measurements(spec, done)
            * spec.tasks().size()
            * spec.evaluation().prompts()
            * spec.evaluation().rollouts(),
        each,
        8.0 * parameters * rollouts * each,
        pace.isPresent() ? OptionalDouble.of(pace.getAsDouble() * left) : pace);
  }

  private static double seconds(TrainingStepRow row) {
    return row.costs().secondsDrawn()
        + row.costs().secondsJudged()
        + row.costs().secondsLearned()
        + row.costs().secondsStored()
        + row.costs().secondsSpark().orElse(0);
  }

  private static long measurements(ReinforceSpec spec, int done) {
    long count = done == 0 && spec.evaluation().every() > 0 ? 1 : 0;
    for (int step = done + 1; step <= spec.steps(); step++) {
      count += spec.evaluation().includes(step, spec.steps()) ? 1 : 0;
    }
    return count;
  }

  private static List<TrainingStepRow> stored(ReinforceSpec spec, Configuration hadoop) {
    OutputFolder output =
        new OutputFolder(Path.of(spec.output()).toAbsolutePath().toString(), hadoop);
    List<TrainingStepRow> rows = new ArrayList<>();
    for (int step = 1; step <= spec.steps(); step++) {
      TableFile file = output.ofTraining(TrainingTables.STEPS, spec.training(), step);
      if (!file.exists()) {
        break;
      }
      rows.addAll(file.rows(TrainingTables.STEPS.rows()));
    }
    return rows;
  }
}
