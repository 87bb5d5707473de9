package org.galton.study.flags;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.galton.flags.Rubric;
import org.galton.job.agents.Agent;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/** Reads labels: whether people, or another judge, see a rubric in a rollout. */
final class LabelTable {
  private static final String HAND = "hand";
  private static final GivenTable TABLE =
      GivenTable.ofTexts(
          "labels",
          List.of("model", "problem", "rubric", "label"),
          List.of("scaffold", "task", "rollout", "judge"));

  private LabelTable() {}

  /** What somebody said of a rubric. */
  record Label(RolloutKey rollout, Rubric rubric, String judge) implements Serializable {}

  /**
   * @throws InvalidInput when a cell is wrong, or a label stands twice
   */
  static Map<Label, Boolean> read(SparkSession spark, String input) {
    OpenedTable opened = SparkAction.run("look at " + input, () -> TABLE.open(spark, input));
    Map<Label, Boolean> labels = new HashMap<>();
    SparkAction.run(
            "read " + input,
            () -> opened.rows().map(row -> new Tuple2<>(label(row), row.truth("label"))).collect())
        .forEach(
            label -> {
              if (labels.put(label._1(), label._2()) != null) {
                throw new InvalidInput(
                    "Cannot read %s: %s has two labels of rubric '%s' by '%s'; expected one"
                        .formatted(
                            input,
                            label._1().rollout(),
                            label._1().rubric().key(),
                            label._1().judge()));
              }
            });
    return labels;
  }

  private static Label label(GivenRow given) {
    GivenRow row =
        given.at(
            () -> "model '%s', problem '%s'".formatted(given.text("model"), given.text("problem")));
    String judge = row.text("judge");
    return new Label(
        new RolloutKey(
            new Agent(row.text("task"), row.text("model"), row.text("scaffold")),
            row.text("problem"),
            row.text("rollout")),
        Rubric.of(row.text("rubric"))
            .orElseThrow(
                () ->
                    row.wrong(
                        "rubric",
                        Arrays.stream(Rubric.values())
                            .map(Rubric::key)
                            .collect(Collectors.joining(", ")))),
        judge.isEmpty() ? HAND : judge);
  }
}
