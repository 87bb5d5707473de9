package org.galton.study.advantages;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.WantedColumn;
import org.galton.reward.signal.Answered;

/**
 * Reads rollouts row by row.
 *
 * @param step column that tells batches apart; null where all rows are one
 */
record RolloutReader(String step) implements Serializable {
  static final String TRAINED = "trained_logprobs";
  static final String DRAWN = "drawn_logprobs";
  static final String REFERENCE = "reference_logprobs";

  private static final List<String> LABELS =
      List.of(
          "prompt",
          "sample",
          "reward",
          "correct",
          "abstained",
          "rm_score",
          "tokens",
          "tool_calls",
          "finish");
  private static final List<String> LISTS = List.of(TRAINED, DRAWN, REFERENCE);
  private static final Set<String> ENDS = Set.of("stop", "length", "interrupted");

  /**
   * @param needed columns beside prompt and sample without which nothing can be computed
   */
  GivenTable table(List<String> needed) {
    List<WantedColumn> columns = new ArrayList<>();
    for (String label : LABELS) {
      columns.add(column(label, ColumnKind.LABEL, needed));
    }
    for (String list : LISTS) {
      columns.add(column(list, ColumnKind.ANY, needed));
    }
    if (step != null && !LABELS.contains(step)) {
      columns.add(WantedColumn.required(step, ColumnKind.LABEL));
    }
    return new GivenTable(
        "rollouts",
        "columns prompt, sample, and reward or correct, and optionally abstained, rm_score,"
            + " tokens, tool_calls, finish, trained_logprobs, drawn_logprobs, reference_logprobs",
        columns);
  }

  private static WantedColumn column(String name, ColumnKind kind, List<String> needed) {
    boolean required = name.equals("prompt") || name.equals("sample") || needed.contains(name);
    return new WantedColumn(name, kind, required);
  }

  /** Which batch the row belongs to; empty where all are one. */
  String step(GivenRow row) {
    return step == null ? "" : row.text(step);
  }

  GivenRollout rollout(GivenRow given) {
    String prompt = given.text("prompt");
    if (prompt.isEmpty()) {
      throw given.wrong("prompt", "the prompt's name");
    }
    String sampled = given.text("sample");
    GivenRow row = given.at(() -> "prompt '%s', sample %s".formatted(prompt, sampled));
    return new GivenRollout(
        prompt,
        row.whole("sample"),
        has(row, "reward") ? row.finite("reward", "a finite number") : null,
        answered(row),
        has(row, "rm_score") ? row.finite("rm_score", "a finite number") : null,
        has(row, "tokens") ? row.whole("tokens") : null,
        has(row, "tool_calls") ? row.whole("tool_calls") : null,
        truncated(row),
        TokenLogs.read(row));
  }

  private static Answered answered(GivenRow row) {
    if (!has(row, "correct")) {
      return null;
    }
    boolean right = row.truth("correct");
    boolean abstained = has(row, "abstained") && row.truth("abstained");
    if (right && abstained) {
      throw row.problem("it is correct and abstained", "one or the other");
    }
    return right ? Answered.RIGHT : abstained ? Answered.ABSTAINED : Answered.WRONG;
  }

  private static GivenRollout.Truncated truncated(GivenRow row) {
    String finish = row.text("finish");
    if (!finish.isEmpty() && !ENDS.contains(finish)) {
      throw row.wrong("finish", "stop, length or interrupted");
    }
    // One that was interrupted has been closed: it is learned, without the words put in.
    return finish.equals("length") ? GivenRollout.Truncated.YES : GivenRollout.Truncated.NO;
  }

  private static boolean has(GivenRow row, String column) {
    return !row.text(column).isEmpty();
  }
}
