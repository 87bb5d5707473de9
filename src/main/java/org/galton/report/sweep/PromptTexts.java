package org.galton.report.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.galton.report.VisibleText;
import org.galton.table.PromptRow;
import org.galton.task.HiddenTexts;

/** Finds a prompt's text by task and id. */
final class PromptTexts {
  private final Map<List<String>, PromptRow> rows = new HashMap<>();

  PromptTexts(List<PromptRow> prompts) {
    prompts.forEach(row -> rows.put(List.of(row.task(), row.promptId()), row));
  }

  String text(String task, String promptId, int limit) {
    return of(task, promptId, PromptRow::text, limit);
  }

  String reference(String task, String promptId, int limit) {
    return of(task, promptId, PromptRow::reference, limit);
  }

  /** Whether its words may be shown; those of a prompt that is not here cannot. */
  boolean isHidden(String task, String promptId) {
    PromptRow row = rows.get(List.of(task, promptId));
    return row != null && HiddenTexts.areOf(row.attributes());
  }

  private String of(String task, String id, Function<PromptRow, String> part, int limit) {
    PromptRow row = rows.get(List.of(task, id));
    if (row == null) {
      return "(prompt " + VisibleText.line(id, 80) + ", its text was not given)";
    }
    return HiddenTexts.areOf(row.attributes())
        ? "(prompt " + VisibleText.line(id, 80) + ", its text is not to be shown)"
        : VisibleText.of(part.apply(row), limit);
  }
}
