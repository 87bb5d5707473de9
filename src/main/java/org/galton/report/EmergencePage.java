package org.galton.report;

import java.time.Duration;
import java.util.List;
import org.galton.table.RunRow;

/** The values that the template of an emergence report names. */
record EmergencePage(
    String title,
    String started,
    String finding,
    List<Fact> facts,
    String spec,
    EmergenceSection emergence,
    Charts charts) {
  private static final int LONGEST_SPEC = 20_000;

  /** What the scripts read: the models that sweeps would colour by are none. */
  record Charts(List<String> models, boolean ordered, EmergenceSection.Data emergence) {}

  static EmergencePage of(EmergenceReport report) {
    RunRow run = report.run();
    EmergenceSection section = EmergenceSection.of(report.rows());
    return new EmergencePage(
        VisibleText.line(run.sweep(), 120),
        RunFacts.started(run),
        EmergenceSection.finding(report.rows().conditions()),
        List.of(
            new Fact("Run", VisibleText.line(run.runId(), 120)),
            new Fact("Took", Figures.duration(Duration.between(run.started(), run.finished()))),
            new Fact("Versions", RunFacts.versions(run))),
        VisibleText.of(run.spec(), LONGEST_SPEC),
        section,
        new Charts(List.of(), false, section.data()));
  }
}
