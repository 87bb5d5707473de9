package org.galton.report;

import java.time.Duration;
import java.util.List;
import org.galton.table.RunRow;

/**
 * The values that the template of an analysis by itself names; it shows one of the sections.
 *
 * @param kind as the page calls itself: balance or emergence
 */
record StudyPage(
    String kind,
    String title,
    String started,
    String finding,
    List<Fact> facts,
    String spec,
    EmergenceSection emergence,
    BalanceSection balance,
    Charts charts) {
  private static final int LONGEST_SPEC = 20_000;

  /** What the scripts read: the models that sweeps would colour by are none. */
  record Charts(
      List<String> models,
      boolean ordered,
      EmergenceSection.Data emergence,
      BalanceSection.Data balance) {}

  static StudyPage of(EmergenceReport report) {
    return of(
        "emergence",
        report.run(),
        EmergenceSection.finding(report.rows().conditions()),
        EmergenceSection.of(report.rows()),
        BalanceSection.of(BalanceRows.NONE));
  }

  static StudyPage of(BalanceReport report) {
    BalanceSection section = BalanceSection.of(report.rows());
    return of(
        "balance",
        report.run(),
        section.finding(),
        EmergenceSection.of(EmergenceRows.NONE),
        section);
  }

  private static StudyPage of(
      String kind, RunRow run, String finding, EmergenceSection emergence, BalanceSection balance) {
    return new StudyPage(
        kind,
        VisibleText.line(run.sweep(), 120),
        RunFacts.started(run),
        finding,
        List.of(
            new Fact("Run", VisibleText.line(run.runId(), 120)),
            new Fact("Took", Figures.duration(Duration.between(run.started(), run.finished()))),
            new Fact("Versions", RunFacts.versions(run))),
        VisibleText.of(run.spec(), LONGEST_SPEC),
        emergence,
        balance,
        new Charts(List.of(), false, emergence.data(), balance.data()));
  }
}
