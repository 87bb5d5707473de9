package org.galton.study.playbook.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of playbooks. */
public final class PlaybookTables {
  public static final Table<PlaybookAnswerRow> ANSWERS =
      new Table<>("playbook_answers", PlaybookAnswerRow.class);
  public static final Table<PlaybookRow> VERSIONS = new Table<>("playbooks", PlaybookRow.class);
  public static final Table<PlaybookScoreRow> SCORES =
      new Table<>("playbook_scores", PlaybookScoreRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(ANSWERS, VERSIONS, SCORES);

  private PlaybookTables() {}
}
