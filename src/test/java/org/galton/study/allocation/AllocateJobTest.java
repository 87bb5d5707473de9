package org.galton.study.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.RunTables;
import org.galton.reward.budget.AllocationRule;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.RolloutBounds;
import org.galton.reward.filter.HopelessRetirement;
import org.galton.reward.filter.NoPositiveResampling;
import org.galton.reward.filter.PromptRetirement;
import org.galton.study.allocation.row.AllocationRow;
import org.galton.study.allocation.row.AllocationRuleRow;
import org.galton.study.allocation.row.AllocationTables;
import org.galton.study.allocation.view.AllocationPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllocateJobTest {
  /** Rates 0, 1, 0.5, 0.02 and unknown: those of the rule's printed example. */
  private static final List<String> COUNTS = List.of("a,8,0", "b,8,8", "c,8,4", "d,50,1", "e,0,0");

  private final SparkSession spark = LocalSpark.session();

  @TempDir private Path folder;

  @Test
  void countsGiveTheDivisionThatTheRulePrints() throws IOException {
    Path counts = counts(COUNTS);
    AllocateResult found = run(request(counts, 40, 20, KnapsackRule.withDefaults()));
    assertThat(rollouts(found)).containsExactly("a 6", "b 2", "c 9", "d 15", "e 8");
    assertThat(found.rules())
        .extracting(AllocationRuleRow::rule)
        .containsExactly("knapsack", "highest_value", "uniform");
    AllocateResult highest = run(request(counts, 40, 20, KnapsackRule.ofHighestValue()));
    assertThat(rollouts(highest)).containsExactly("a 2", "b 2", "c 9", "d 19", "e 8");
    assertThat(highest.rules())
        .extracting(AllocationRuleRow::rule)
        .containsExactly("highest_value", "uniform");
    assertThat(highest.rules().get(0).value()).isGreaterThan(found.rules().get(0).value());
  }

  @Test
  void rolloutsInAnyOrderAndFormatAreCounted() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : COUNTS.subList(0, 4)) {
      String[] cells = line.split(",", -1);
      for (int i = 0; i < Integer.parseInt(cells[1]); i++) {
        rows.add(cells[0] + "," + (i < Integer.parseInt(cells[2])));
      }
    }
    Collections.shuffle(rows, new Random(3));
    Path csv = write("rollouts.csv", "prompt,correct\n" + String.join("\n", rows) + "\n");
    Path parquet = folder.resolve("rollouts.parquet");
    spark
        .read()
        .option("header", "true")
        .option("inferSchema", "true")
        .csv(csv.toString())
        .write()
        .parquet(parquet.toString());
    AllocationRule rule = KnapsackRule.withDefaults();
    List<AllocationRow> expected =
        run(request(counts(COUNTS.subList(0, 4)), 64, 40, rule)).prompts();
    for (Path input : List.of(csv, parquet)) {
      assertThat(run(request(input, 64, 40, rule)).prompts())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("runId")
          .isEqualTo(expected);
    }
  }

  @Test
  void tablesTextAndPageHoldEveryPrompt() throws IOException {
    List<String> more = new ArrayList<>(COUNTS);
    more.add("f,512,0");
    AllocateRequest request =
        request(
            counts(more),
            Optional.empty(),
            40,
            List.of(NoPositiveResampling.withDefaults(), HopelessRetirement.withDefaults()));
    RecordedRun recorded = RecordedRun.begin(spark, "allocate", new RunOrigin("", "test"));
    AllocateResult result = new AllocateJob(spark).run(request, recorded.name());
    recorded.write(folder.resolve("out").toString(), result::write);

    RunTables run =
        RunTables.at(
            folder.resolve("out").toString(), recorded.name().runId(), new Configuration());
    List<AllocationRow> rows = run.rows(AllocationTables.ALLOCATIONS, row -> true);
    assertThat(rows).isEqualTo(result.prompts());
    assertThat(rows.get(1).retired()).hasValue("no_positive_resampling");
    assertThat(rows.get(5).retired()).hasValue("hopeless");
    assertThat(rows.get(5).rollouts()).isZero();
    assertThat(rows.stream().mapToInt(AllocationRow::rollouts).sum()).isEqualTo(40);
    assertThat(rows.get(0).posteriorMean()).isEqualTo(0.1);
    List<AllocationRuleRow> rules = run.rows(AllocationTables.RULES, row -> true);
    assertThat(rules).isEqualTo(result.rules());

    assertThat(AllocateText.of(result, 1))
        .contains("6 prompts (2 active, 1 unsolved, 1 unknown, 2 retired), 40 rollouts to divide")
        .contains("… and 5 more prompts: --output has them all");
    JsonNode json = AllocateText.json(result, 2);
    assertThat(json.path("allocations")).hasSize(2);
    assertThat(json.path("rules").findValuesAsText("chosen"))
        .containsExactly("true", "false", "false");
    assertThat(AllocationPage.of(run.run(), rules, rows).finding())
        .startsWith("40 rollouts for 4 prompts: ")
        .endsWith(" if all prompts got the same number.");
  }

  @Test
  void theModelOfTheRowsIsNamedWhereThereAreSeveral() throws IOException {
    Path input = write("models.csv", "model,prompt,correct\nm,a,1\nm,a,0\nn,a,0\n");
    AllocateResult found = run(request(input, Optional.of("m"), 8, List.of()));
    assertThat(rollouts(found)).containsExactly("a 8");
    assertThat(found.prompts().get(0).seen()).isEqualTo(2);
    refused("rows of several models, such as ", request(input, Optional.empty(), 8, List.of()));
    refused("there are no rows of model 'x'", request(input, Optional.of("x"), 8, List.of()));
  }

  @Test
  void whatCannotBeDividedIsRefused() throws IOException {
    refused(
        "Invalid budget 9: expected at least 10, 2 for each of 5 prompts",
        request(counts(COUNTS), Optional.empty(), 9, List.of()));
    refused(
        "prompt 'a': column 'correct' is '9'; expected at most the number of rollouts, 8",
        of(counts(List.of("a,8,9"))));
    refused(
        "prompt 'a': column 'correct' is 'maybe'; expected a whole number from 0 to 2147483647",
        of(counts(List.of("a,8,maybe"))));
    refused(
        "prompt 'a' has two rows; expected a row per prompt",
        of(counts(List.of("a,8,1", "a,8,2"))));
    refused(
        "--retire takes out all of 1 prompts; expected one that is left",
        request(
            counts(List.of("a,8,8")),
            Optional.empty(),
            90,
            List.of(NoPositiveResampling.withDefaults())));
    refused(
        "column 'correct' is '2'; expected 0 or 1",
        of(write("wrong.csv", "prompt,correct\na,2\n")));
    refused(
        "no column 'correct'; the columns are prompt, right",
        of(write("wrong.csv", "prompt,right\na,1\n")));
    refused(
        "column 'prompt' is empty; expected the prompt's name",
        of(write("wrong.csv", "prompt,correct\n,1\n")));
    refused("there are no rows", of(write("wrong.csv", "prompt,correct\n")));
  }

  private void refused(String problem, AllocateRequest request) {
    assertThatThrownBy(() -> run(request)).hasMessageContaining(problem);
  }

  private AllocateResult run(AllocateRequest request) {
    return new AllocateJob(spark)
        .run(request, RecordedRun.begin(spark, "allocate", new RunOrigin("", "test")).name());
  }

  private static AllocateRequest of(Path input) {
    return request(input, Optional.empty(), 90, List.of());
  }

  private static AllocateRequest request(
      Path input, Optional<String> model, long budget, List<PromptRetirement> retirements) {
    return new AllocateRequest(
        input.toString(),
        model,
        budget,
        RolloutBounds.withDefaults(),
        new KnapsackRule(OptionalDouble.of(0.9)),
        RateEstimate.OBSERVED,
        retirements);
  }

  private static AllocateRequest request(Path input, long budget, int most, AllocationRule rule) {
    return new AllocateRequest(
        input.toString(),
        Optional.empty(),
        budget,
        new RolloutBounds(2, most),
        rule,
        RateEstimate.OBSERVED,
        List.of());
  }

  private Path counts(List<String> rows) throws IOException {
    return write("counts.csv", "prompt,rollouts,correct\n" + String.join("\n", rows) + "\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> rollouts(AllocateResult found) {
    return found.prompts().stream().map(row -> row.prompt() + " " + row.rollouts()).toList();
  }
}
