package org.galton.report;

import java.time.Duration;
import java.util.List;
import org.galton.table.RunRow;

/** The values that the template of a balance report names. */
record BalancePage(
    String title,
    String started,
    String finding,
    List<Fact> facts,
    String spec,
    BalanceSection balance,
    Charts charts) {
  private static final int LONGEST_SPEC = 20_000;

  /** What the scripts read: the models that sweeps would colour by are none. */
  record Charts(List<String> models, boolean ordered, BalanceSection.Data balance) {}

  static BalancePage of(BalanceReport report) {
    RunRow run = report.run();
    BalanceSection section = BalanceSection.of(report.rows());
    return new BalancePage(
        VisibleText.line(run.sweep(), 120),
        RunFacts.started(run),
        section.finding(),
        List.of(
            new Fact("Run", VisibleText.line(run.runId(), 120)),
            new Fact("Took", Figures.duration(Duration.between(run.started(), run.finished()))),
            new Fact("Versions", RunFacts.versions(run))),
        VisibleText.of(run.spec(), LONGEST_SPEC),
        section,
        new Charts(List.of(), false, section.data()));
  }
}
