package org.galton.study.balance.view;

import java.util.List;
import org.galton.report.StudyPage;
import org.galton.table.RunRow;

/** The page of an analysis of detailed balance, on anyone's transitions. */
public final class BalancePage {
  private BalancePage() {}

  public static StudyPage of(RunRow run, BalanceRows rows) {
    BalanceSection section = BalanceSection.of(rows);
    return StudyPage.of("balance", run, section.finding(), List.of(), List.of(section));
  }
}
