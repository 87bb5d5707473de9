package org.galton.study.junk;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.run.SparkAction;
import org.galton.junk.post.ContentHash;
import org.galton.spec.InvalidInput;

/** Reads anyone's answers, and why those fail that do. */
final class AnswerTable {
  private static final GivenTable TABLE =
      GivenTable.ofTexts(
          "answers",
          List.of("prompt", "completion", "correct"),
          List.of("id", "rollout", "task", "model", "dose"));

  private AnswerTable() {}

  /** Columns that are there. */
  private record Shape(boolean hasIds, boolean hasRollouts, boolean hasDoses)
      implements Serializable {}

  /**
   * @throws InvalidInput when a column is missing; from the tasks that read it, where a cell is
   *     wrong
   */
  static JavaRDD<SortedAnswer> read(SparkSession spark, FailureRequest request) {
    if (request.task() != null || !request.doses().isEmpty()) {
      throw new InvalidInput(
          "Invalid %s: %s is a table; expected a run folder; a table has columns task and dose"
              .formatted(request.task() != null ? "--task" : "--dose", request.input()));
    }
    OpenedTable opened =
        SparkAction.run("look at " + request.input(), () -> TABLE.open(spark, request.input()));
    Set<String> filled = opened.filled();
    Shape shape =
        new Shape(filled.contains("id"), filled.contains("rollout"), filled.contains("dose"));
    TextFormat format = request.format();
    return opened.rows().map(row -> answer(row, shape, format));
  }

  private static SortedAnswer answer(GivenRow given, Shape shape, TextFormat format) {
    GivenRow row =
        given.at(
            () ->
                "model '%s', prompt '%s'"
                    .formatted(
                        given.text("model"),
                        shape.hasIds() ? given.text("id") : brief(given.text("prompt"))));
    if (shape.hasIds() && row.text("id").isEmpty()) {
      throw row.wrong("id", "a name");
    }
    Boolean correct = row.text("correct").isEmpty() ? null : (Boolean) row.truth("correct");
    String prompt = row.text("prompt");
    return new SortedAnswer(
        new AnswerGroup(
            orNull(row.text("task")),
            orNull(row.text("model")),
            shape.hasDoses() ? (Double) (row.finite("dose", "a finite number") + 0.0) : null),
        shape.hasIds() ? row.text("id") : ContentHash.of(prompt),
        shape.hasRollouts() ? (Integer) row.whole("rollout") : null,
        correct,
        correct == null || correct
            ? null
            : format
                .forensics()
                .of(prompt, row.text("completion"))
                .orElseThrow(() -> row.wrong("prompt", format.prompts() + "; see --format")));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String brief(String prompt) {
    return prompt.length() <= 60 ? prompt : prompt.substring(0, 60) + "…";
  }
}
