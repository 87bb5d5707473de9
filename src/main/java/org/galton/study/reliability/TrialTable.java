package org.galton.study.reliability;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.agents.Agent;
import org.galton.job.agents.AgentRow;
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
  private static final List<String> OPTIONAL =
      Stream.concat(
              AgentRow.OPTIONAL.stream(),
              Stream.of(
                  "perturbed",
                  "confidence",
                  "dollars",
                  "seconds",
                  "calls",
                  "tokens",
                  "severity",
                  "text"))
          .toList();
  private static final GivenTable TABLE =
      new GivenTable(
          "rollouts",
          "columns %s, and optionally %s, actions"
              .formatted(String.join(", ", AgentRow.REQUIRED), String.join(", ", OPTIONAL)),
          Stream.of(
                  AgentRow.REQUIRED.stream()
                      .map(name -> WantedColumn.required(name, ColumnKind.TEXT)),
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
    AgentRow agentRow = AgentRow.of(given);
    GivenRow row = agentRow.given();
    Double confidence = agentRow.amount("confidence");
    if (confidence != null && confidence > 1) {
      throw row.wrong("confidence", "a number from 0 to 1, or nothing");
    }
    Trial trial =
        new Trial(
            agentRow.success(),
            !row.text("perturbed").isEmpty() && row.truth("perturbed"),
            row.texts("actions"),
            confidence,
            agentRow.amount("dollars"),
            agentRow.amount("seconds"),
            agentRow.amount("calls"),
            agentRow.amount("tokens"),
            severity(row),
            row.text("text").isEmpty() ? null : Trial.Said.of(row.text("text")));
    return new Tuple2<>(
        new Tuple2<>(agentRow.agent(), agentRow.problem()),
        trial.success() == null ? Trial.excluded() : trial);
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
