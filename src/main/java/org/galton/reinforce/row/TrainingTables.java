package org.galton.reinforce.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of reinforcement trainings: a file a step, under {@code training=…}. */
public final class TrainingTables {
  public static final Table<TrainingStepRow> STEPS =
      new Table<>("training_steps", TrainingStepRow.class);
  public static final Table<TrainingGroupRow> GROUPS =
      new Table<>("training_groups", TrainingGroupRow.class);
  public static final Table<TrainingEvaluationRow> EVALUATIONS =
      new Table<>("training_evaluations", TrainingEvaluationRow.class);
  public static final Table<TrainingTokensRow> TOKENS =
      new Table<>("training_tokens", TrainingTokensRow.class);
  public static final Table<TrainingSolutionRow> SOLUTIONS =
      new Table<>("training_solutions", TrainingSolutionRow.class);

  private TrainingTables() {}

  public static List<Table<?>> all() {
    return List.of(STEPS, GROUPS, EVALUATIONS, TOKENS, SOLUTIONS);
  }
}
