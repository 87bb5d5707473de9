package org.galton.study.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.spec.InvalidInput;
import org.galton.study.leaderboard.row.LeaderboardRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeaderboardJobTest {
  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);
  private static final String HEADER =
      "model,scaffold,task,problem,success,status,prompt_tokens,completion_tokens,seconds,date";

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void theExampleHasTheKnownFrontier() {
    LeaderboardResult result = run(List.of("examples/agents.csv"), null);
    assertThat(
            result.rows().stream()
                .filter(LeaderboardRow::dollarsFrontier)
                .map(LeaderboardRow::dollarsPerRollout))
        .containsExactly(1.0, 2.0, 4.0, 8.0, 10.0);
    assertThat(
            result.rows().stream()
                .filter(LeaderboardRow::dollarsHull)
                .map(LeaderboardRow::dollarsPerRollout))
        .containsExactly(1.0, 4.0, 10.0);
    assertThat(result.rows()).allMatch(row -> row.tokensFrontier() == null);
    assertThat(result.unions()).singleElement().extracting("any").isEqualTo(0.8);
  }

  // Sums of all rollouts are those of the leaderboard, and of one pass over the rows in plain Java.
  @Test
  void costsAddUpWhateverTheOrderAndTheFiles() throws IOException {
    Random random = new Random(8);
    List<String> rows = new ArrayList<>();
    double dollars = 0;
    long tokens = 0;
    for (int i = 0; i < 3000; i++) {
      boolean isNew = random.nextBoolean();
      long prompt = random.nextInt(2000);
      long completion = random.nextInt(500);
      rows.add(
          "m%d,s%d,t,p%d,%d,%s,%d,%d,%s,%s"
              .formatted(
                  i % 2,
                  i % 3,
                  i / 6 % 40,
                  random.nextInt(2),
                  i % 10 == 0 ? "excluded_timeout" : i % 11 == 0 ? "format_error" : "scored",
                  prompt,
                  completion,
                  random.nextInt(9),
                  isNew ? "2025-10-02" : "2025-09-03T10:00:00Z"));
      tokens += prompt + completion;
      dollars += (isNew ? prompt * 2.0 + completion * 4 : prompt * 2.5 + completion * 10) / 1e6;
    }
    String prices =
        Files.writeString(
                folder.resolve("prices.csv"),
                """
                model,from,input,output,device_hour
                m0,2025-09-01,2.5,10,
                m0,2025-10-01,2,4,
                m1,2025-09-01,2.5,10,
                m1,2025-10-01,2,4,
                """)
            .toString();
    Path one = csv("one.csv", rows);
    LeaderboardResult result = run(List.of(one.toString()), prices);

    assertThat(result.rows()).hasSize(6);
    assertThat(result.rows().stream().mapToDouble(LeaderboardRow::dollars).sum())
        .isCloseTo(dollars, within(1e-12 * dollars * rows.size()));
    assertThat(result.rows().stream().mapToLong(r -> r.promptTokens() + r.completionTokens()).sum())
        .isEqualTo(tokens);
    assertThat(result.rows().stream().mapToLong(LeaderboardRow::attempts).sum()).isEqualTo(3000);
    assertThat(result.rows().stream().mapToLong(LeaderboardRow::excluded).sum()).isEqualTo(300);
    assertThat(result.warnings()).isEmpty();

    Collections.shuffle(rows, random);
    Path some = csv("some.csv", rows.subList(0, 1000));
    Path others = csv("others.csv", rows.subList(1000, 3000));
    LeaderboardResult again = run(List.of(some.toString(), others.toString()), prices);
    for (int i = 0; i < 6; i++) {
      LeaderboardRow was = result.rows().get(i);
      LeaderboardRow is = again.rows().get(i);
      assertThat(is.success()).isEqualTo(was.success());
      assertThat(is.ciLow()).isEqualTo(was.ciLow());
      assertThat(is.dollars()).isCloseTo(was.dollars(), within(1e-9));
      assertThat(is.tokensHull()).isEqualTo(was.tokensHull());
    }
    assertThat(again.unions()).isEqualTo(result.unions());
    assertThat(result.unions().get(0).any()).isGreaterThanOrEqualTo(result.unions().get(0).best());
  }

  @Test
  void whatExcludedRolloutsCostIsBorneByTheOthers() throws IOException {
    Path file =
        csv(
            "rows.csv",
            List.of(
                "m,,,a,1,scored,100,100,1,",
                "m,,,a,0,excluded_infrastructure,300,100,2,",
                "m,,,b,0,format_error,100,100,1,"));
    LeaderboardRow row = run(List.of(file.toString()), null).rows().get(0);
    assertThat(row.success()).isEqualTo(0.5);
    assertThat(row.excluded()).isEqualTo(1);
    assertThat(row.tokensPerRollout()).isEqualTo(400);
    assertThat(row.dollars()).isNull();
    assertThat(row.dollarsHull()).isNull();
  }

  // Seconds 1, 2, 3, 4 and 10 of scored rollouts: median 3, and 4 + .6 (10 - 4) at place 3.6.
  @Test
  void latencyIsThatOfScoredRolloutsAndWhyOthersAreExcludedIsTold() throws IOException {
    Path file =
        csv(
            "rows.csv",
            List.of(
                "m,,,a,1,scored,1,1,10,",
                "m,,,a,0,scored,1,1,1,",
                "m,,,a,0,format_error,1,1,3,",
                "m,,,b,0,,1,1,2,",
                "m,,,b,0,,1,1,4,",
                "m,,,b,0,excluded_infrastructure,1,1,0,",
                "m,,,b,0,excluded_timeout,1,1,900,",
                "m,,,c,0,excluded_timeout,1,1,900,",
                "n,,,a,1,,1,1,5,",
                "n,,,a,1,,1,1,,"));
    LeaderboardResult result = run(List.of(file.toString()), null);
    LeaderboardRow row = result.rows().get(0);
    assertThat(row.medianSeconds()).isEqualTo(3);
    assertThat(row.p90Seconds()).isCloseTo(7.6, within(1e-12));
    assertThat(row.excludedInfrastructure()).isEqualTo(1);
    assertThat(row.excludedTimeout()).isEqualTo(2);
    assertThat(row.excludedUnjudged()).isZero();
    assertThat(row.excluded()).isEqualTo(3);
    assertThat(row.excludedShare()).isEqualTo(3.0 / 8);
    assertThat(row.deviceSeconds()).isEqualTo(1820);
    // One rollout of n does not tell.
    assertThat(result.rows().get(1).medianSeconds()).isNull();
    assertThat(result.rows().get(1).deviceSeconds()).isNull();
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .contains("1 of 2 agents have no seconds");
  }

  // .1 + .2 + .3 and .3 + .2 + .1 differ in the last digit.
  @Test
  void theOrderOfRowsMakesNoAgentBetter() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("rows.csv"),
            """
            model,problem,success,dollars
            a,p,1,0.1
            a,q,0,0.2
            a,r,0,0.3
            b,p,1,0.3
            b,q,0,0.2
            b,r,0,0.1
            """);
    LeaderboardResult result = run(List.of(file.toString(), file.toString()), null);
    assertThat(result.rows()).allMatch(LeaderboardRow::dollarsHull);
    // A path given twice is read once.
    assertThat(result.rows()).allMatch(row -> row.attempts() == 3);
  }

  @Test
  void dollarsOfTokensAndOfHoursAreToldApart() throws IOException {
    Path file =
        csv("rows.csv", List.of("a,,,p,1,,10,10,36,", "b,,,p,1,,10,10,36,", "c,,,p,0,,1,1,1,"));
    String prices =
        Files.writeString(
                folder.resolve("prices.csv"),
                "model,from,input,output,device_hour\na,2025-01-01,1,1,\nb,2025-01-01,,,2\n")
            .toString();
    LeaderboardResult result = run(List.of(file.toString()), prices);
    assertThat(result.rows())
        .extracting(LeaderboardRow::dollarsBasis)
        .isEqualTo(Arrays.asList("tokens", "device hours", null));
    assertThat(result.rows().get(1).dollars()).isCloseTo(0.02, within(1e-15));
    assertThat(result.warnings())
        .containsExactly(
            "1 of 3 agents have no dollars: a rollout of theirs has no price on its day, or lacks the tokens or seconds that it is priced by",
            "dollars are of several kinds (column dollars_basis): list prices of tokens and hours of one's own devices are no one currency, so each kind has a frontier of its own");
    assertThat(result.rows().get(0).dollarsHull()).isTrue();
    assertThat(result.rows().get(1).dollarsHull()).isTrue();
  }

  @Test
  void wrongPricesAndRowsAreRefused() throws IOException {
    refusedPrices(
        "m,2025-01-01,1,1,2", "model 'm': it has input '1', output '1' and device_hour '2'");
    refusedPrices("m,2025-01-01,1,,", "expected input and output in dollars for a million tokens");
    refusedPrices("m,soon,1,1,", "column 'from' is 'soon'; expected a day such as 2025-09-30");
    refusedPrices("m,2025-01-01,1,1,\nm,2025-01-01,2,2,", "two prices from 2025-01-01");
    refusedRow("m,,,p,maybe,,1,1,1,", "model 'm', problem 'p': column 'success' is 'maybe'");
    refusedRow("m,,,p,1,lost,1,1,1,", "column 'status' is 'lost'; expected scored, format_error");
    refusedRow("m,,,p,1,,-3,1,1,", "column 'prompt_tokens' is '-3'; expected a whole number");
    refusedRow("m,,,,1,,1,1,1,", "column 'problem' is empty; expected a name");
  }

  private void refusedPrices(String rows, String message) throws IOException {
    Path file = csv("rows.csv", List.of("m,,,p,1,,1,1,1,"));
    Path prices =
        Files.writeString(
            folder.resolve("prices.csv"), "model,from,input,output,device_hour\n" + rows + "\n");
    assertThatThrownBy(() -> run(List.of(file.toString()), prices.toString()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("prices.csv")
        .hasMessageContaining(message);
  }

  private void refusedRow(String row, String message) throws IOException {
    Path file = csv("wrong.csv", List.of(row));
    assertThatThrownBy(() -> run(List.of(file.toString()), null))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("wrong.csv")
        .hasMessageContaining(message);
  }

  private Path csv(String name, List<String> rows) throws IOException {
    return Files.writeString(folder.resolve(name), HEADER + "\n" + String.join("\n", rows) + "\n");
  }

  private LeaderboardResult run(List<String> inputs, String prices) {
    return new LeaderboardJob(spark, new Configuration(false))
        .run("run-1", inputs, prices, DAY, Efforts.NUMBERS);
  }
}
