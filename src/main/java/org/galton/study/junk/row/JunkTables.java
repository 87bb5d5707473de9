package org.galton.study.junk.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of studies of junk data. */
public final class JunkTables {
  public static final Table<DoseMeanRow> DOSE_MEANS = new Table<>("dose_means", DoseMeanRow.class);
  public static final Table<DoseResponseRow> DOSE_RESPONSES =
      new Table<>("dose_responses", DoseResponseRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(DOSE_MEANS, DOSE_RESPONSES);

  private JunkTables() {}
}
