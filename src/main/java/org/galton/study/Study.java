package org.galton.study;

import java.util.List;
import java.util.Optional;
import org.galton.job.run.RunTables;
import org.galton.job.sweep.SweptRun;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.report.StudySection;
import org.galton.report.SweepSection;
import org.galton.spec.Kind;
import org.galton.table.Table;
import picocli.CommandLine.Command;

/**
 * One question about rows, in one folder: the command that asks it of anyone's rows, its tables,
 * what a finished sweep asks by itself, and its section of that sweep's report. A line of {@code
 * META-INF/services/org.galton.study.Study} makes it known; nothing else names it.
 */
public interface Study extends Kind {
  /** The command that asks the question, annotated with its name. */
  Class<?> command();

  /** Tables that it leaves, in the order data flows through them. */
  List<Table<?>> tables();

  /** What a sweep draws for it, where a sweep can. */
  default Optional<Drawn> drawn() {
    return Optional.empty();
  }

  /**
   * What it says about a sweep whose rollouts are drawn, judged and counted; nothing where the
   * sweep has no rollouts for it. Writes its tables under the sweep's lease, before the run's row
   * says how it ended.
   *
   * @throws org.galton.spec.InvalidInput when the rollouts cannot be studied
   */
  default Optional<SweepAnswer> ofSweep(SweptRun run) {
    return Optional.empty();
  }

  /** Its section in the report of a sweep, from the run's tables alone. */
  default Optional<SweepSection> section(RunTables run) {
    return Optional.empty();
  }

  /**
   * Its section in the page of a reinforcement training.
   *
   * @param measured the training's measurements, by step and task; one or more
   */
  default Optional<StudySection> ofTraining(List<TrainingEvaluationRow> measured) {
    return Optional.empty();
  }

  /** By which it is called everywhere. */
  @Override
  default String name() {
    Command command = command().getAnnotation(Command.class);
    return command == null ? "" : command.name();
  }

  /**
   * What a sweep draws for a study.
   *
   * @param table the study's input, named as the option that reads it
   * @param result a table that every finished study leaves
   */
  record Drawn(Table<?> table, Table<?> result) {}
}
