package org.galton.study.flags;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.flags.Ending;
import org.galton.flags.Step;
import org.galton.flags.Transcript;
import org.galton.job.agents.AgentRow;
import org.galton.job.agents.AgentStatus;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.spec.text.GivenJson;

/** Reads anyone's transcripts. */
final class TranscriptTable {
  private static final List<String> TEXTS =
      List.of("rollout", "steps", "answer", "family", "reference");
  private static final List<String> LISTS = List.of("allowed", "hidden");
  private static final GivenTable TABLE =
      new GivenTable(
          "transcripts",
          "columns %s, and optionally %s, %s, %s"
              .formatted(
                  String.join(", ", AgentRow.REQUIRED),
                  String.join(", ", AgentRow.OPTIONAL),
                  String.join(", ", TEXTS),
                  String.join(", ", LISTS)),
          Stream.of(
                  AgentRow.REQUIRED.stream()
                      .map(name -> WantedColumn.required(name, ColumnKind.TEXT)),
                  Stream.concat(AgentRow.OPTIONAL.stream(), TEXTS.stream())
                      .map(name -> WantedColumn.optional(name, ColumnKind.TEXT)),
                  LISTS.stream().map(name -> WantedColumn.optional(name, ColumnKind.TEXTS)))
              .flatMap(columns -> columns)
              .toList());
  private static final String STEPS =
      "a JSON array of objects with tool, arguments, result, failed, text, such as"
          + " [{\"tool\":\"search\",\"arguments\":\"map\",\"result\":\"...\"}]";

  private TranscriptTable() {}

  /**
   * @throws InvalidInput when a column is missing; from the tasks that read it, where a cell is
   *     wrong
   */
  static JavaRDD<Observed> read(SparkSession spark, String input) {
    OpenedTable opened = SparkAction.run("look at " + input, () -> TABLE.open(spark, input));
    return opened.rows().map(TranscriptTable::observed);
  }

  private static Observed observed(GivenRow given) {
    AgentRow rollout = AgentRow.of(given);
    GivenRow row = rollout.given();
    List<String> allowed = row.texts("allowed");
    List<String> hidden = row.texts("hidden");
    if (hidden != null && hidden.contains("")) {
      throw row.problem("column 'hidden' has an empty text", "texts that say something");
    }
    return new Observed(
        rollout.agent(),
        rollout.problem(),
        row.text("rollout"),
        row.text("family"),
        row.text("reference"),
        rollout.success(),
        new Transcript(
            steps(row),
            row.text("answer"),
            ending(rollout.status()),
            allowed == null ? Set.of() : new TreeSet<>(allowed),
            hidden == null ? List.of() : hidden,
            false));
  }

  private static Ending ending(AgentStatus status) {
    return switch (status) {
      case SCORED -> Ending.ANSWERED;
      case FORMAT_ERROR -> Ending.UNREADABLE;
      case EXCLUDED_INFRASTRUCTURE -> Ending.INFRASTRUCTURE;
      case EXCLUDED_TIMEOUT -> Ending.TIMEOUT;
    };
  }

  private static List<Step> steps(GivenRow row) {
    String written = row.text("steps");
    if (written.isEmpty()) {
      return List.of();
    }
    JsonNode list;
    try {
      list = GivenJson.standard().only(written);
    } catch (IOException e) {
      throw row.problem("column 'steps' is no JSON: " + e.getMessage(), STEPS);
    }
    if (!list.isArray()) {
      throw row.problem("column 'steps' is no array", STEPS);
    }
    List<Step> steps = new ArrayList<>(list.size());
    for (JsonNode step : list) {
      steps.add(step(row, steps.size() + 1, step));
    }
    return steps;
  }

  private static Step step(GivenRow row, int number, JsonNode step) {
    boolean known = step.isObject() && (step.has("tool") || step.has("text"));
    JsonNode failed = step.path("failed");
    if (!known || !(failed.isMissingNode() || failed.isBoolean() || failed.isNull())) {
      throw row.problem(
          known
              ? "'failed' of step %d in column 'steps' is neither true nor false".formatted(number)
              : "step %d in column 'steps' has neither tool nor text".formatted(number),
          STEPS);
    }
    return new Step(
        text(step, "tool"),
        text(step, "arguments"),
        text(step, "result"),
        failed.asBoolean(false),
        text(step, "text"));
  }

  /** What is no text is kept as it is written. */
  private static String text(JsonNode step, String name) {
    JsonNode found = step.path(name);
    return found.isMissingNode() || found.isNull()
        ? ""
        : found.isTextual() ? found.textValue() : found.toString();
  }
}
