package org.example.consistency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.Table;

/** How a model fared on a task; {@code consistency.sql} beside this class says what columns mean. */
public record ConsistencyRow(
    String runId, String model, String task, int prompts, int never, int sometimes, int always) {
  static final Table<ConsistencyRow> TABLE = new Table<>("consistency", ConsistencyRow.class);

  /** Of each model and task; prompts without a judged rollout do not count. */
  static List<ConsistencyRow> of(String runId, List<PromptStatisticsRow> prompts) {
    Map<List<String>, List<PromptStatisticsRow>> cells = new LinkedHashMap<>();
    for (PromptStatisticsRow prompt : prompts) {
      if (prompt.n() > 0) {
        cells
            .computeIfAbsent(
                List.of(prompt.model(), prompt.task()), cell -> new ArrayList<>())
            .add(prompt);
      }
    }
    List<ConsistencyRow> rows = new ArrayList<>();
    cells.forEach((cell, counted) -> rows.add(of(runId, cell.get(0), cell.get(1), counted)));
    return rows;
  }

  private static ConsistencyRow of(
      String runId, String model, String task, List<PromptStatisticsRow> prompts) {
    int never = (int) prompts.stream().filter(prompt -> prompt.correct() == 0).count();
    int always = (int) prompts.stream().filter(prompt -> prompt.correct() == prompt.n()).count();
    return new ConsistencyRow(
        runId, model, task, prompts.size(), never, prompts.size() - never - always, always);
  }
}
