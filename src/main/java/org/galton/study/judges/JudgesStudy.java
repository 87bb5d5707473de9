package org.galton.study.judges;

import java.util.List;
import java.util.Optional;
import org.galton.job.run.RunTables;
import org.galton.job.sweep.SweptRun;
import org.galton.report.SweepSection;
import org.galton.study.Study;
import org.galton.study.SweepAnswer;
import org.galton.study.judges.row.JudgesTables;
import org.galton.study.judges.view.JudgesSection;
import org.galton.table.Table;

/** Whether judges of the same rollouts agree, and where they do not. */
public final class JudgesStudy implements Study {
  static final int SHOWN = 20;

  @Override
  public Class<?> command() {
    return JudgesCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return JudgesTables.ALL;
  }

  /** Where a task of the sweep has several judges. */
  @Override
  public Optional<SweepAnswer> ofSweep(SweptRun run) {
    boolean several =
        run.cells().stream().anyMatch(cell -> !cell.cell().task().furtherScorers().isEmpty());
    if (!several) {
      return Optional.empty();
    }
    JudgesResult result =
        new JudgesJob(run.spark(), run.tables().output())
            .run(
                run.name().runId(),
                run.summary().books(),
                RunTables.pilot(run.summary().prompts()),
                Optional.empty(),
                SHOWN);
    result.write(run.tables());
    return Optional.of(
        new SweepAnswer("\n" + JudgesText.figures(result), name(), JudgesText.json(result)));
  }

  @Override
  public Optional<SweepSection> section(RunTables run) {
    return Optional.of(view(run));
  }

  static JudgesSection view(RunTables run) {
    return JudgesSection.of(
        run.rows(JudgesTables.VERDICT_COUNTS, row -> true),
        run.rows(JudgesTables.AGREEMENTS, row -> true),
        run.rows(JudgesTables.DISAGREEMENTS, row -> true));
  }
}
