package org.galton.study.reliability;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.SparkAction;
import org.galton.reliability.Severity;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/** Reads anyone's rollouts with what they did and said. */
final class TrialTable {
  private static final List<String> REQUIRED = List.of("model", "problem", "success");
  private static final List<String> OPTIONAL =
      List.of(
          "scaffold",
          "task",
          "status",
          "perturbed",
          "confidence",
          "dollars",
          "seconds",
          "calls",
          "tokens",
          "severity",
          "text");
  private static final GivenTable TABLE =
      new GivenTable(
          "rollouts",
          "columns %s, and optionally %s, actions"
              .formatted(String.join(", ", REQUIRED), String.join(", ", OPTIONAL)),
          Stream.of(
                  REQUIRED.stream().map(name -> WantedColumn.required(name, ColumnKind.TEXT)),
                  OPTIONAL.stream().map(name -> WantedColumn.optional(name, ColumnKind.TEXT)),
                  Stream.of(WantedColumn.optional("actions", ColumnKind.TEXTS)))
              .flatMap(columns -> columns)
              .toList());

  private TrialTable() {}

  /**
   * @throws InvalidInput when a column is missing; from the tasks that read it, where a cell is
   *     wrong
   */
  static JavaPairRDD<Tuple2<Agent, String>, Trial> read(SparkSession spark, String input) {
    OpenedTable opened = SparkAction.run("look at " + input, () -> TABLE.open(spark, input));
    return opened.rows().mapToPair(TrialTable::trial);
  }

  private static Tuple2<Tuple2<Agent, String>, Trial> trial(GivenRow given) {
    GivenRow row =
        given.at(
            () -> "model '%s', problem '%s'".formatted(given.text("model"), given.text("problem")));
    for (String column : List.of("model", "problem")) {
      if (row.text(column).isEmpty()) {
        throw row.wrong(column, "a name");
      }
    }
    Double confidence = amount(row, "confidence");
    if (confidence != null && confidence > 1) {
      throw row.wrong("confidence", "a number from 0 to 1, or nothing");
    }
    Trial trial =
        new Trial(
            success(row),
            !row.text("perturbed").isEmpty() && row.truth("perturbed"),
            row.texts("actions"),
            confidence,
            amount(row, "dollars"),
            amount(row, "seconds"),
            amount(row, "calls"),
            amount(row, "tokens"),
            severity(row),
            row.text("text").isEmpty() ? null : Trial.Said.of(row.text("text")));
    return new Tuple2<>(
        new Tuple2<>(
            new Agent(row.text("task"), row.text("model"), row.text("scaffold")),
            row.text("problem")),
        trial.success() == null ? Trial.excluded() : trial);
  }

  /** Null where the rollout is excluded. */
  private static Boolean success(GivenRow row) {
    return switch (row.text("status")) {
      case "", "scored" -> row.truth("success");
      case "format_error" -> false;
      case "excluded_infrastructure", "excluded_timeout" -> null;
      default ->
          throw row.wrong(
              "status", "scored, format_error, excluded_infrastructure or excluded_timeout");
    };
  }

  private static Double amount(GivenRow row, String column) {
    if (row.text(column).isEmpty()) {
      return null;
    }
    double found = row.finite(column, "a number, 0 or more");
    if (found < 0) {
      throw row.wrong(column, "a number, 0 or more");
    }
    return found;
  }

  private static Severity severity(GivenRow row) {
    String key = row.text("severity");
    return key.isEmpty()
        ? null
        : Severity.of(key)
            .orElseThrow(
                () ->
                    row.wrong(
                        "severity",
                        Arrays.stream(Severity.values())
                            .map(Severity::key)
                            .collect(Collectors.joining(", ", "", ", or nothing"))));
  }
}
