package org.galton.report;

import java.util.List;
import org.galton.table.RunRow;

/** The page of an analysis of groups of agents, on anyone's trajectories. */
public final class EmergencePage {
  private EmergencePage() {}

  public static StudyPage of(RunRow run, EmergenceRows rows) {
    return StudyPage.of(
        "emergence",
        run,
        EmergenceSection.finding(rows.conditions()),
        List.of(),
        List.of(EmergenceSection.of(rows)));
  }
}
