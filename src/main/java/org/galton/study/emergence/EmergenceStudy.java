package org.galton.study.emergence;

import java.util.List;
import java.util.Optional;
import org.galton.job.run.RunTables;
import org.galton.job.sweep.SweptRun;
import org.galton.report.SweepSection;
import org.galton.study.Study;
import org.galton.study.SweepAnswer;
import org.galton.study.emergence.row.EmergenceTables;
import org.galton.study.emergence.view.EmergenceRows;
import org.galton.study.emergence.view.EmergenceSection;
import org.galton.table.Table;

/** Whether groups of agents are more than their members. */
public final class EmergenceStudy implements Study {
  @Override
  public Class<?> command() {
    return EmergenceCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return EmergenceTables.ALL;
  }

  @Override
  public Optional<Drawn> drawn() {
    return Optional.of(new Drawn(EmergenceTables.TRAJECTORIES, EmergenceTables.CONDITIONS));
  }

  /** Of games of several agents. */
  @Override
  public Optional<SweepAnswer> ofSweep(SweptRun run) {
    new TrajectoryJob(run.tables()).run(run.name(), run.spec(), run.cells());
    return new EmergenceJob(run.spark())
        .ofSweep(run.tables())
        .map(
            found ->
                new SweepAnswer(
                    "\n" + EmergenceText.ofSweep(found) + "\n", name(), EmergenceJson.of(found)));
  }

  @Override
  public Optional<SweepSection> section(RunTables run) {
    return Optional.of(EmergenceSection.of(EmergenceRows.read(run::forEach)));
  }
}
