package org.example.consistency;

import java.util.List;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.SweepSection;

/** What a page shows; {@code section.html} beside this class is its template. */
public record ConsistencySection(List<ConsistencyRow> rows) implements SweepSection {
  private static final Columns<ConsistencyRow> COLUMNS =
      Columns.<ConsistencyRow>named("Model", ConsistencyRow::model)
          .words("Task", ConsistencyRow::task)
          .count("Prompts", ConsistencyRow::prompts)
          .count("Never", ConsistencyRow::never)
          .count("Sometimes", ConsistencyRow::sometimes)
          .count("Always", ConsistencyRow::always);

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
