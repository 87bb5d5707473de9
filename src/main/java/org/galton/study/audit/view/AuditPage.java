package org.galton.study.audit.view;

import java.util.List;
import org.galton.report.StudyPage;
import org.galton.table.RunRow;

/** The page of an audit. */
public final class AuditPage {
  private AuditPage() {}

  public static StudyPage of(RunRow run, AuditSection section) {
    return StudyPage.of("audit", run, section.finding(), List.of(), List.of(section));
  }
}
