package org.galton.study.flags.view;

import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.text;

import org.galton.report.Columns;
import org.galton.study.flags.row.FlagLeakRow;

/** How leaks are shown. */
public final class LeakColumns {
  public static final Columns<FlagLeakRow> LEAKS =
      Columns.<FlagLeakRow>of()
          .column(FlagLeakRow::task, json("task"), text("task"))
          .column(FlagLeakRow::problem, json("problem"), text("problem"))
          .column(FlagLeakRow::kind, json("kind"), text("kind"))
          .column(FlagLeakRow::material, json("material"), text("material"))
          .column(FlagLeakRow::share, json("share"), text("share", "%.3f"))
          .column(FlagLeakRow::evidence, json("evidence"), text("evidence"));

  private LeakColumns() {}
}
