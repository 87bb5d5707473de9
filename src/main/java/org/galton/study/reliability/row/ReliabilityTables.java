package org.galton.study.reliability.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of reliability. */
public final class ReliabilityTables {
  public static final Table<ReliabilityProblemRow> PROBLEMS =
      new Table<>("reliability_problems", ReliabilityProblemRow.class);
  public static final Table<ReliabilityRow> RELIABILITY =
      new Table<>("reliability", ReliabilityRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(PROBLEMS, RELIABILITY);

  private ReliabilityTables() {}
}
