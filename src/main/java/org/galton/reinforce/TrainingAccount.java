package org.galton.reinforce;

import java.util.List;
import java.util.OptionalDouble;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.Reward;
import org.galton.table.Table;
import org.galton.table.store.Fence;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;

/** Writes the tables of a training, a file a step; one that is there stays. */
record TrainingAccount(OutputFolder output, Fence fence, String training) {

  void publish(TrainingStepRow row, List<TrainingGroupRow> groups) {
    publish(TrainingTables.GROUPS, row.step(), groups);
    publish(TrainingTables.STEPS, row.step(), List.of(row));
  }

  void publish(int step, List<TrainingEvaluationRow> rows) {
    publish(TrainingTables.EVALUATIONS, step, rows);
  }

  /**
   * A reward with what it remembers of the steps up to one that is stored.
   *
   * @param first of a first batch
   */
  Reward rewardAfter(int step, Reward first) {
    if (!(first instanceof HybridReward hybrid)) {
      return first;
    }
    TableFile file = output.ofTraining(TrainingTables.STEPS, training, step);
    OptionalDouble spread =
        file.exists()
            ? file.rows(TrainingTables.STEPS.rows()).get(0).rollouts().usualSpread()
            : OptionalDouble.empty();
    return spread.isPresent() ? hybrid.withUsualSpread(spread.getAsDouble()) : hybrid;
  }

  boolean isEvaluated(int step) {
    return output.ofTraining(TrainingTables.EVALUATIONS, training, step).exists();
  }

  private <R extends Record> void publish(Table<R> table, int step, List<R> rows) {
    output.ofTraining(table, training, step).publish(table, rows, () -> fence.check(output));
  }

  /**
   * @param before what was known of the prompt before the step
   */
  TrainingGroupRow row(int step, JudgedGroup group, Curriculum before) {
    DrawnGroup drawn = group.drawn();
    AskedPrompt asked = drawn.asked();
    return new TrainingGroupRow(
        training,
        step,
        asked.prompt().task(),
        asked.prompt().id(),
        drawn.generation(),
        asked.from(),
        asked.rollouts(),
        before.passRate(asked.prompt().id()),
        drawn.scored().size(),
        drawn.correct(),
        (int) drawn.rollouts().stream().filter(DrawnRollout::isAbstained).count(),
        group.rewardMean(),
        group.use().text());
  }
}
