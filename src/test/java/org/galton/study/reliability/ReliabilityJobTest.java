package org.galton.study.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.spec.InvalidInput;
import org.galton.study.reliability.row.ReliabilityProblemRow;
import org.galton.study.reliability.row.ReliabilityRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReliabilityJobTest {
  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  // Confidences .95, .85, .65, .55 of right, right, wrong, right; one violation of low severity in
  // four; half of the perturbed rollouts succeed, 3 of 4 of the others.
  @Test
  void theExampleHasTheKnownFigures() {
    ReliabilityResult result = run("examples/trials.csv");
    assertThat(value(result, "consistency.outcome")).isEqualTo(0.25);
    assertThat(value(result, "predictability.risk_coverage")).isEqualTo(0.675127, within(5e-7));
    assertThat(value(result, "predictability.calibration")).isEqualTo(0.675, within(1e-12));
    assertThat(value(result, "predictability.ranking")).isEqualTo(2.0 / 3, within(1e-12));
    assertThat(value(result, "predictability.brier")).isEqualTo(0.8375, within(1e-12));
    assertThat(value(result, "robustness")).isEqualTo(0.5 / 0.75, within(1e-12));
    assertThat(value(result, "safety")).isEqualTo(1 - 0.25 * 0.25, within(1e-12));
    assertThat(value(result, "abstention.uncertainty")).isEqualTo(0.25);
    assertThat(value(result, "consistency.trajectory_order"))
        .isEqualTo((0.75 + 0.75 + 1) / 3, within(1e-12));
    assertThat(value(result, "consistency"))
        .isEqualTo(
            (value(result, "consistency.outcome")
                    + (value(result, "consistency.trajectory_mix")
                            + value(result, "consistency.trajectory_order"))
                        / 2
                    + value(result, "consistency.resources"))
                / 3,
            within(1e-12));
    assertThat(result.problems())
        .singleElement()
        .extracting(
            ReliabilityProblemRow::rollouts,
            ReliabilityProblemRow::successes,
            ReliabilityProblemRow::perturbedRollouts)
        .containsExactly(4, 3, 2);
  }

  @Test
  void orderAndFilesChangeNothing() throws IOException {
    Random random = new Random(5);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      rows.add(
          "{\"model\":\"m%d\",\"problem\":\"p%d\",\"success\":%d,\"confidence\":%s,\"seconds\":%s,\"actions\":[%s]}"
              .formatted(
                  i % 2,
                  i / 2 % 15,
                  random.nextInt(2),
                  random.nextInt(10) / 10.0,
                  random.nextDouble(),
                  random.nextBoolean() ? "\"a\",\"b\"" : "\"b\""));
    }
    ReliabilityResult once = run(write("once.jsonl", rows));
    Collections.shuffle(rows, random);
    ReliabilityResult again =
        run(write("some.jsonl", rows.subList(0, 99)), write("rest.jsonl", rows.subList(99, 600)));
    assertThat(again.measures()).hasSameSizeAs(once.measures());
    for (int i = 0; i < once.measures().size(); i++) {
      ReliabilityRow was = once.measures().get(i);
      ReliabilityRow is = again.measures().get(i);
      assertThat(is.measure()).isEqualTo(was.measure());
      assertThat(is.reason()).isEqualTo(was.reason());
      if (was.value() != null) {
        // Sums of confidences in another order differ in their last digits.
        assertThat(is.value()).isEqualTo(was.value(), within(1e-12));
        assertThat(is.ciLow()).isEqualTo(was.ciLow(), within(1e-12));
        assertThat(was.ciLow()).isLessThanOrEqualTo(was.value());
        assertThat(was.ciHigh()).isGreaterThanOrEqualTo(was.value());
      }
    }
  }

  @Test
  void whatIsNotThereHasNoValueAndAReason() throws IOException {
    String file =
        write(
            "plain.csv",
            List.of("model,problem,success,status", "m,p,1,", "m,q,0,", "m,q,1,excluded_timeout"));
    ReliabilityResult result = run(file);
    assertThat(result.measures()).allMatch(row -> row.value() == null && row.rollouts() == 0);
    assertThat(row(result, "consistency.outcome").reason())
        .isEqualTo("no problem has two rollouts");
    assertThat(row(result, "predictability.ranking").reason())
        .isEqualTo("no rollout has a confidence");
    assertThat(row(result, "safety").reason()).isEqualTo("no rollout has a severity");
    assertThat(result.problems()).extracting(ReliabilityProblemRow::excluded).containsExactly(0, 1);
    assertThat(result.problems()).allMatch(row -> row.outcome() == null);
  }

  @Test
  void wrongCellsAreRefusedWhereTheyStand() throws IOException {
    refused("actions", "search", "an array of texts, in a text file as JSON");
    refused("actions", "\"[\"\"a\"\",null]\"", "an array of texts, in a text file as JSON");
    refused("confidence", "1.5", "column 'confidence' is '1.5'; expected a number from 0 to 1");
    refused("seconds", "-1", "column 'seconds' is '-1'; expected a number from 0 to 1e15");
    refused("severity", "severe", "expected none, low, medium, high, or nothing");
    refused("status", "lost", "expected scored, format_error");
    refused("perturbed", "perhaps", "column 'perturbed' is 'perhaps'");
  }

  private void refused(String column, String cell, String message) throws IOException {
    String file =
        write("wrong.csv", List.of("model,problem,success," + column, "m,p,1,", "m,p,1," + cell));
    assertThatThrownBy(() -> run(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("wrong.csv")
        .hasMessageContaining("model 'm', problem 'p'")
        .hasMessageContaining(message);
  }

  private static ReliabilityRow row(ReliabilityResult result, String measure) {
    return result.measures().stream()
        .filter(row -> row.measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private static double value(ReliabilityResult result, String measure) {
    return row(result, measure).value();
  }

  private String write(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines).toString();
  }

  private ReliabilityResult run(String... inputs) {
    return new ReliabilityJob(spark, new Configuration(false)).run("run-1", List.of(inputs));
  }
}
