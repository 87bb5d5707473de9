package org.example.consistency;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.SweepSection;

/** What a page shows; {@code section.html} beside this class is its template. */
public record ConsistencySection(List<ConsistencyRow> rows) implements SweepSection {
  /** Described once, for the terminal and for the page. */
  static final Columns<ConsistencyRow> COLUMNS =
      Columns.<ConsistencyRow>of()
          .column(ConsistencyRow::model, text("model"), page("Model"))
          .column(ConsistencyRow::task, text("task"), page("Task"))
          .column(ConsistencyRow::prompts, text("prompts"), count("Prompts"))
          .column(ConsistencyRow::never, text("never"), count("Never"))
          .column(ConsistencyRow::sometimes, text("sometimes"), count("Sometimes"))
          .column(ConsistencyRow::always, text("always"), count("Always"));

  @Override
  public String anchor() {
    return "consistency";
  }

  @Override
  public String word() {
    return "Consistency";
  }

  @Override
  public boolean isShown() {
    return !rows.isEmpty();
  }

  @Override
  public String finding() {
    int sometimes = rows.stream().mapToInt(ConsistencyRow::sometimes).sum();
    int prompts = rows.stream().mapToInt(ConsistencyRow::prompts).sum();
    return "Of %d prompts, %d are solved sometimes.".formatted(prompts, sometimes);
  }

  public FigureTable table() {
    return COLUMNS.table("Prompts that are solved never, sometimes and always", rows);
  }
}
