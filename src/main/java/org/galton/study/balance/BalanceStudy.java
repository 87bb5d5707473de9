package org.galton.study.balance;

import java.util.List;
import java.util.Optional;
import org.galton.job.run.RunTables;
import org.galton.job.sweep.SweptRun;
import org.galton.report.SweepSection;
import org.galton.study.Study;
import org.galton.study.SweepAnswer;
import org.galton.study.balance.row.BalanceTables;
import org.galton.study.balance.view.BalanceRows;
import org.galton.study.balance.view.BalanceSection;
import org.galton.table.Table;

/** The landscape that an agent walks in, and whether there is one. */
public final class BalanceStudy implements Study {
  @Override
  public Class<?> command() {
    return BalanceCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return BalanceTables.ALL;
  }

  @Override
  public Optional<Drawn> drawn() {
    return Optional.of(new Drawn(BalanceTables.TRANSITIONS, BalanceTables.LANDSCAPES));
  }

  /** Of walks. */
  @Override
  public Optional<SweepAnswer> ofSweep(SweptRun run) {
    new TransitionJob(run.spark(), run.tables()).run(run.name(), run.spec(), run.cells());
    return new BalanceJob(run.spark())
        .ofSweep(run.spec(), run.tables())
        .map(
            found ->
                new SweepAnswer(
                    "\n" + BalanceText.of(found) + "\n", name(), BalanceJson.of(found)));
  }

  @Override
  public Optional<SweepSection> section(RunTables run) {
    return Optional.of(BalanceSection.of(BalanceRows.read(run::forEach)));
  }
}
