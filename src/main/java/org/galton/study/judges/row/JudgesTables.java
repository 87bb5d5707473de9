package org.galton.study.judges.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of what judges say of the same rollouts. */
public final class JudgesTables {
  public static final Table<VerdictCountRow> VERDICT_COUNTS =
      new Table<>("verdict_counts", VerdictCountRow.class);
  public static final Table<AgreementRow> AGREEMENTS =
      new Table<>("agreements", AgreementRow.class);
  public static final Table<DisagreementRow> DISAGREEMENTS =
      new Table<>("disagreements", DisagreementRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(VERDICT_COUNTS, AGREEMENTS, DISAGREEMENTS);

  private JudgesTables() {}
}
