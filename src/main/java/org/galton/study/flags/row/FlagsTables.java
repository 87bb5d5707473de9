package org.galton.study.flags.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of flags. */
public final class FlagsTables {
  public static final Table<FlagRow> FLAGS = new Table<>("flags", FlagRow.class);
  public static final Table<FlagOutcomeRow> OUTCOMES =
      new Table<>("flag_outcomes", FlagOutcomeRow.class);
  public static final Table<FlagLabelRow> LABELS = new Table<>("flag_labels", FlagLabelRow.class);
  public static final Table<FlagLeakRow> LEAKS = new Table<>("flag_leaks", FlagLeakRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(FLAGS, OUTCOMES, LABELS, LEAKS);

  private FlagsTables() {}
}
