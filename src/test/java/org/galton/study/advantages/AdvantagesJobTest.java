package org.galton.study.advantages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.RunTables;
import org.galton.reward.advantage.BatchAdvantage;
import org.galton.reward.advantage.GroupStdAdvantage;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.CispoLoss;
import org.galton.reward.loss.KlPenalty;
import org.galton.study.advantages.RewardSettings.SpreadPreset;
import org.galton.study.advantages.row.AdvantageRow;
import org.galton.study.advantages.row.AdvantageStepRow;
import org.galton.study.advantages.row.AdvantagesTables;
import org.galton.study.advantages.row.TokenCoefficientRow;
import org.galton.study.advantages.view.AdvantagesPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdvantagesJobTest {
  private static final RewardSettings AS_FOUND = rewards(null);
  private static final LossSettings USUAL = losses(FilterName.ZERO_VARIANCE);

  private final SparkSession spark = LocalSpark.session();

  @TempDir private Path folder;

  /** The printed example of CISPO: advantages 1 and -1, objective -3.5738009. */
  @Test
  void logarithmsOfTokensGiveThePrintedObjective() throws IOException {
    Path input =
        write(
            "cispo.jsonl",
            """
            {"prompt":"a","sample":0,"reward":1,"trained_logprobs":[-1,null,-2],"drawn_logprobs":[-1.2,-3,-4]}
            {"prompt":"a","sample":1,"reward":-1,"trained_logprobs":[-0.5],"drawn_logprobs":[-0.5]}
            """);
    RecordedRun recorded = begun();
    Path output = folder.resolve("out");
    AdvantagesResult result =
        new AdvantagesJob(spark)
            .run(request(input, AS_FOUND, USUAL), recorded, 10, output.toString());

    assertThat(result.request().rewards().name()).isEqualTo(RewardName.GIVEN);
    AdvantageStepRow step = result.steps().get(0);
    assertThat(step.objective()).isCloseTo(-3.5738009, within(5e-8));
    assertThat(step.clippedHigh()).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(step.tokens()).isEqualTo(3);

    RunTables run = RunTables.at(output.toString(), recorded.name().runId(), new Configuration());
    List<AdvantageRow> rollouts = run.rows(AdvantagesTables.ADVANTAGES, row -> true);
    assertThat(rollouts).isEqualTo(result.first());
    assertThat(rollouts).extracting(AdvantageRow::advantage).containsExactly(1.0, -1.0);
    List<TokenCoefficientRow> tokens = run.rows(AdvantagesTables.COEFFICIENTS, row -> true);
    assertThat(tokens).extracting(TokenCoefficientRow::token).containsExactly(0, 2, 0);
    assertThat(tokens.get(1).coefficient()).isCloseTo(5.0 / 3, within(1e-15));
    assertThat(tokens.get(1).ratio()).isCloseTo(Math.exp(2), within(1e-12));
    assertThat(run.rows(AdvantagesTables.STEPS, row -> true)).isEqualTo(result.steps());
    assertThat(AdvantagesPage.of(run.run(), result.steps(), List.of()).finding())
        .isEqualTo("1 of 1 prompts are learned from.");
  }

  @Test
  void verdictsInAnyOrderAndFormatGiveTheSame() throws IOException {
    List<String> rows =
        List.of("a,0,1,8", "a,1,0,8", "a,2,0,4", "a,3,0,4", "b,0,1,2", "b,1,1,2", "c,0,0,9");
    Path csv = csv("rows.csv", rows);
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(2));
    Path mixed = csv("mixed.csv", shuffled);
    Path parquet = folder.resolve("rows.parquet");
    spark
        .read()
        .option("header", "true")
        .option("inferSchema", "true")
        .csv(mixed.toString())
        .write()
        .parquet(parquet.toString());

    AdvantagesResult result = run(request(csv, AS_FOUND, USUAL));

    AdvantageStepRow step = result.steps().get(0);
    assertThat(List.of(step.prompts(), step.kept(), step.single(), step.learned()))
        .containsExactly(3, 1, 1, 4);
    assertThat(List.of(step.allRight(), step.allWrong())).containsExactly(1, 1);
    assertThat(step.accuracy()).isCloseTo((0.25 + 1 + 0) / 3, within(1e-15));
    assertThat(result.first().get(0).advantage()).isCloseTo(Math.sqrt(3), within(1e-12));
    assertThat(result.first().get(0).tokenWeight()).isCloseTo(1.0 / 24, within(1e-15));
    assertThat(result.first().get(4).leftOut()).isEqualTo("zero_variance");
    assertThat(AdvantagesText.warnings(result))
        .containsExactly(
            "Prompts with one rollout: 1. There is nothing to compare it with, so its advantage is"
                + " 0.",
            "There are no logarithms of tokens: all ratios are taken as 1, as if the policy had not"
                + " moved.");
    assertThat(AdvantagesText.of(result))
        .startsWith(csv + ": 7 rollouts of 3 prompts; reward verdict, advantage batch, loss cispo,")
        .contains("averaged by prompt, filter zero_variance");
    for (Path other : List.of(mixed, parquet)) {
      assertThat(run(request(other, AS_FOUND, USUAL)).first())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("runId")
          .isEqualTo(result.first());
    }
  }

  @Test
  void stepsAreBatchesOfTheirOwnInTheOrderOfTheirNumbers() throws IOException {
    Path input =
        write(
            "steps.csv",
            "step,prompt,sample,correct,rm_score\n"
                + List.of("10", "9", "x").stream()
                    .map(s -> "%1$s,a,0,1,2\n%1$s,a,1,0,0\n".formatted(s))
                    .collect(Collectors.joining())
                    .replace("10,a,0,1,2", "10,a,0,1,12"));
    AdvantagesResult result =
        run(
            new AdvantagesRequest(
                input.toString(), Optional.of("step"), rewards(RewardName.HYBRID), USUAL));
    assertThat(result.steps()).extracting(AdvantageStepRow::step).containsExactly("9", "10", "x");
    // Spreads 1, 6 and 1: the first is the mean of the first batch.
    assertThat(result.steps().get(0).usualSpread()).isEqualTo(1);
    assertThat(result.steps().get(1).usualSpread()).isCloseTo(0.9 + 0.6, within(1e-12));
    assertThat(result.steps().get(2).usualSpread()).isCloseTo(0.9 * 1.5 + 0.1, within(1e-12));
    assertThat(result.first().get(0).reward()).isCloseTo(1.7 * 0.95, within(1e-12));
    JsonNode json = AdvantagesText.json(result);
    assertThat(json.path("steps")).hasSize(3);
    assertThat(json.path("reward").asText()).isEqualTo("hybrid");
    refused("prompt 'a' has sample 0 twice; expected each once", request(input, AS_FOUND, USUAL));
  }

  @Test
  void filtersLeaveOutPromptsAndCutRollouts() throws IOException {
    Path input =
        write(
            "filters.csv",
            """
            prompt,sample,reward,correct,tokens,finish
            a,0,1,1,5,stop
            a,1,0,0,7,length
            b,0,0.2,0,5,stop
            b,1,0.1,0,5,stop
            """);
    AdvantagesResult none = run(request(input, AS_FOUND, losses()));
    assertThat(none.first()).extracting(AdvantageRow::leftOut).containsOnlyNulls();
    AdvantagesResult both =
        run(request(input, AS_FOUND, losses(FilterName.DYNAMIC, FilterName.OVERLONG)));
    assertThat(both.first())
        .extracting(AdvantageRow::leftOut)
        .containsExactly(null, "overlong", "dynamic", "dynamic");
    assertThat(both.first())
        .extracting(AdvantageRow::advantage)
        .containsExactly(1.0, -1.0, 0.0, 0.0);
    assertThat(both.first()).extracting(AdvantageRow::tokens).containsExactly(5, 0, 0, 0);
    assertThat(both.first().get(0).tokenWeight()).isEqualTo(0.2);
  }

  @Test
  void ternaryRewardsUnderGrpoArePrinted() throws IOException {
    Path input =
        write(
            "ternary.csv", "prompt,sample,correct,abstained\na,0,1,0\na,1,1,0\na,2,0,1\na,3,0,0\n");
    LossSettings grpo =
        new LossSettings(
            GroupStdAdvantage.withDefaults(),
            CispoLoss.withDefaults(),
            Aggregate.PROMPT,
            List.of(),
            new KlPenalty(0));
    AdvantagesResult result = run(request(input, rewards(RewardName.TERNARY), grpo));
    double[] expected = {0.783349, 0.783349, -0.261116, -1.305581};
    assertThat(result.first().stream().mapToDouble(AdvantageRow::advantage).toArray())
        .containsExactly(expected, within(6e-7));
    assertThat(result.steps().get(0).uncertainty()).isEqualTo(0.25);
    assertThat(result.first().get(0).tokenWeight()).isNull();
    AdvantagesResult hybrid =
        run(
            request(
                write("scores.csv", "prompt,sample,correct,rm_score\na,0,1,1\na,1,0,2\n"),
                rewards(RewardName.HYBRID),
                grpo));
    assertThat(AdvantagesText.warnings(hybrid).get(0)).contains("hybrid rewards cancel");
  }

  @Test
  void whatIsNoRolloutIsRefused() throws IOException {
    refused(
        "Cannot reward prompt 'a', sample 1: column 'reward' is 3.0; expected 0.0 to 1.0, as"
            + " --range says",
        request(
            write("x.csv", "prompt,sample,reward\na,0,1\na,1,3\n"),
            new RewardSettings(
                null, new double[] {0.05, 0.05}, SpreadPreset.APPENDIX, null, new double[] {0, 1}),
            USUAL));
    refused(
        "prompt 'a', sample 0: column 'correct' is '2'; expected 0 or 1",
        of("prompt,sample,correct\na,0,2\n"));
    refused(
        "prompt 'a', sample 0: column 'reward' is 'NaN'", of("prompt,sample,reward\na,0,NaN\n"));
    refused(
        "sample -1: column 'sample' is '-1'; expected a whole number",
        of("prompt,sample,reward\na,-1,1\n"));
    refused("no column 'correct'; the columns are prompt, sample", of("prompt,sample\na,0\n"));
    refused("no column 'sample'", of("prompt,correct\na,0\n"));
    refused("there are no rows", of("prompt,sample,correct\n"));
    refused("column 'finish' is 'eos'", of("prompt,sample,correct,finish\na,0,1,eos\n"));
    refused("it is correct and abstained", of("prompt,sample,correct,abstained\na,0,1,1\n"));
    refused(
        "no column 'rm_score'",
        request(
            write("x.csv", "prompt,sample,correct\na,0,1\n"), rewards(RewardName.HYBRID), USUAL));
    String lists = "prompt,sample,correct,trained_logprobs,drawn_logprobs\na,0,1,";
    refused("'trained_logprobs' lists 0.5", of(lists + "\"[-1,0.5]\",\"[-1,-2]\"\n"));
    refused("'drawn_logprobs' is '-1'", of(lists + "[-1],-1\n"));
    refused(
        "'trained_logprobs' lists 1 tokens; expected as many", of(lists + "[-1],\"[-1,-2]\"\n"));
    refused("'drawn_logprobs' is empty; expected a list of 1", of(lists + "[-1],\n"));
    refused(
        "no column 'drawn_logprobs'", of("prompt,sample,correct,trained_logprobs\na,0,1,[-1]\n"));
  }

  private AdvantagesRequest of(String text) throws IOException {
    return request(write("x.csv", text), AS_FOUND, USUAL);
  }

  private void refused(String problem, AdvantagesRequest request) {
    assertThatThrownBy(() -> run(request)).hasMessageContaining(problem);
  }

  private AdvantagesResult run(AdvantagesRequest request) {
    return new AdvantagesJob(spark).run(request, begun().name(), 100);
  }

  private RecordedRun begun() {
    return RecordedRun.begin(spark, "advantages", new RunOrigin("", "test"));
  }

  private static AdvantagesRequest request(
      Path input, RewardSettings rewards, LossSettings settings) {
    return new AdvantagesRequest(input.toString(), Optional.empty(), rewards, settings);
  }

  private static RewardSettings rewards(RewardName name) {
    return new RewardSettings(name, new double[] {0.05, 0.05}, SpreadPreset.APPENDIX, null, null);
  }

  private static LossSettings losses(FilterName... filters) {
    return new LossSettings(
        new BatchAdvantage(),
        CispoLoss.withDefaults(),
        Aggregate.PROMPT,
        List.of(filters),
        new KlPenalty(0));
  }

  private Path csv(String name, List<String> rows) throws IOException {
    return write(name, "prompt,sample,correct,tokens\n" + String.join("\n", rows) + "\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
