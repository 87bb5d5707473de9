package org.galton.study.junk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.console.SessionFactory;
import org.galton.spec.InvalidInput;
import org.galton.study.junk.row.FailedRolloutRow;
import org.galton.study.junk.row.FailureClassRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailureJobTest {
  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  /** 3, 3 and 6 wrong answers at doses 0, 50 and 100, as the example has them. */
  @Test
  void everyWrongAnswerOfTheExampleHasOneClass() {
    FailureResult result = run("examples/chains.csv", TextFormat.METHOD, null, Map.of());
    Map<Double, Map<String, Long>> classes =
        result.rows().stream()
            .filter(row -> row.failures() > 0)
            .collect(
                Collectors.groupingBy(
                    FailureClassRow::dose,
                    Collectors.toMap(FailureClassRow::failure, FailureClassRow::failures)));
    assertThat(classes.get(0.0)).isEqualTo(Map.of("factual_error", 3L));
    assertThat(classes.get(50.0)).isEqualTo(Map.of("skipped_step", 1L, "wrong_logic", 2L));
    assertThat(classes.get(100.0))
        .isEqualTo(Map.of("no_reasoning", 3L, "no_outline", 1L, "skipped_step", 2L));
    assertThat(result.rows()).hasSize(18).allMatch(row -> row.answers() == 7);
    assertThat(result.failed().collect()).hasSize(12);
  }

  /** A run that a sweep of builtin:abacus left. */
  @Test
  void aRunFolderIsRead() {
    String run = "src/test/resources/stored-run/tables";
    FailureResult result = run(run, TextFormat.METHOD, "arithmetic", Map.of());
    Map<String, List<FailureClassRow>> models =
        result.rows().stream().collect(Collectors.groupingBy(FailureClassRow::model));
    assertThat(models).isNotEmpty();
    models.forEach(
        (model, rows) ->
            assertThat(rows.stream().mapToLong(FailureClassRow::failures).sum())
                .as(model)
                .isEqualTo(rows.get(0).ofFailures()));
    assertThat(result.failed().collect())
        .isNotEmpty()
        .hasSize((int) result.rows().stream().mapToLong(FailureClassRow::failures).sum())
        .noneMatch(row -> row.failure().equals("unexplained"));
    String model = models.keySet().iterator().next();
    assertThat(run(run, TextFormat.METHOD, "arithmetic", Map.of(model, 50.0)).rows())
        .filteredOn(row -> row.model().equals(model))
        .allMatch(row -> row.dose() == 50);
    assertThatThrownBy(() -> run(run, TextFormat.METHOD, "algebra", Map.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no rollouts of task 'algebra'");
    assertThatThrownBy(() -> run(run, TextFormat.METHOD, "arithmetic", Map.of("none", 1.0)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Invalid --dose none");
  }

  @Test
  void answersWithoutAVerdictAreExcluded() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("answers.csv"),
            """
            id,rollout,prompt,completion,correct
            p,0,Say why.,"Plan: add; halve
            Step 1: 3+4=8
            Step 2: 8/2=4",0
            p,1,Say why.,,
            p,2,Say why.,No.,false
            """);
    FailureResult result = run(file.toString(), TextFormat.PLAN, null, Map.of());
    assertThat(result.rows()).allMatch(row -> row.answers() == 2 && row.excluded() == 1);
    assertThat(result.failed().collect())
        .containsExactly(
            new FailedRolloutRow(
                "run-1", null, null, null, "p", 0, "factual_error", "3+4=8 is false"),
            new FailedRolloutRow(
                "run-1",
                null,
                null,
                null,
                "p",
                2,
                "no_reasoning",
                "neither a step nor an equation"));
  }

  @Test
  void aPromptOfAnotherFormatIsRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("answers.csv"), "prompt,completion,correct\nName a colour.,red,0\n");
    assertThatThrownBy(() -> run(file.toString(), TextFormat.METHOD, null, Map.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("column 'prompt' is 'Name a colour.'")
        .hasMessageContaining("expected a question of two numbers, such as 37+58=?");
  }

  private FailureResult run(
      String input, TextFormat format, String task, Map<String, Double> doses) {
    return new FailureJob(
            spark, SessionFactory.hadoop(spark), FailureRequest.of(input, format, task, doses))
        .run("run-1");
  }
}
