package org.galton.study.emergence.view;

import java.util.List;
import org.galton.report.StudyPage;
import org.galton.table.RunRow;

/** The page of an analysis of groups of agents, on anyone's trajectories. */
public final class EmergencePage {
  private EmergencePage() {}

  public static StudyPage of(RunRow run, EmergenceRows rows) {
    EmergenceSection section = EmergenceSection.of(rows);
    return StudyPage.of("emergence", run, section.finding(), List.of(), List.of(section));
  }
}
