package org.galton.study.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.study.leaderboard.ReferenceBoard.Agent;
import org.galton.study.leaderboard.ReferenceBoard.Rollout;
import org.galton.study.leaderboard.row.AgentUnionRow;
import org.galton.study.leaderboard.row.LeaderboardRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole leaderboard beside one pass over the rows in memory. */
final class LeaderboardReferenceTest {
  private static final String HEADER =
      "task,model,scaffold,problem,success,status,prompt_tokens,completion_tokens,seconds,dollars,date\n";
  private static final String PRICES =
      """
      model,from,input,output,device_hour
      tokens,2025-01-01,3,15,
      tokens,2025-09-01,1.25,10,
      hours,2025-01-01,,,2.49
      """;

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyFigureIsThatOfOnePassInMemory(long seed) throws IOException {
    List<Rollout> rollouts = random(seed);
    LeaderboardResult result = run(List.of(csv("all", rollouts)));
    ReferenceBoard reference = new ReferenceBoard(rollouts);
    assertThat(result.rows()).hasSize(2 * 6);
    for (LeaderboardRow row : result.rows()) {
      Agent agent = reference.agent(row.task(), row.model(), row.scaffold());
      assertThat(row.attempts()).isEqualTo(agent.rollouts.size());
      assertThat(row.scored()).isEqualTo(agent.scored());
      assertThat(row.excluded()).isEqualTo(agent.rollouts.size() - agent.scored());
      assertThat(row.excludedInfrastructure()).isEqualTo(agent.count("excluded_infrastructure"));
      assertThat(row.excludedTimeout()).isEqualTo(agent.count("excluded_timeout"));
      assertThat(row.problems()).isEqualTo(agent.shares().size());
      same(row.success(), agent.success);
      same(row.ciLow(), agent.low);
      same(row.ciHigh(), agent.high);
      same(row.tokensPerRollout(), agent.cost(0));
      same(row.secondsPerRollout(), agent.cost(1));
      same(row.dollarsPerRollout(), agent.cost(2));
      same(row.deviceSeconds(), agent.seconds);
      same(row.dollars(), agent.dollars);
      same(row.medianSeconds(), agent.median);
      same(row.p90Seconds(), agent.p90);
      assertThat(row.dollarsBasis()).isEqualTo(agent.dollars == null ? null : agent.basis);
      flags(row.tokensFrontier(), row.tokensHull(), agent, 0);
      flags(row.secondsFrontier(), row.secondsHull(), agent, 1);
      flags(row.dollarsFrontier(), row.dollarsHull(), agent, 2);
    }
    // A missing sum, a mixture of bases and a dominated agent are all among them.
    assertThat(result.rows()).anyMatch(row -> row.deviceSeconds() == null);
    assertThat(result.rows()).anyMatch(row -> row.promptTokens() == null);
    assertThat(result.rows()).anyMatch(row -> Boolean.FALSE.equals(row.tokensFrontier()));
    assertThat(result.unions()).hasSize(2);
    for (AgentUnionRow union : result.unions()) {
      double[] expected = reference.union(union.task());
      assertThat(union.problems()).isEqualTo((int) expected[0]);
      same(union.any(), expected[1]);
      same(union.best(), expected[2]);
    }
    assertThat(result.rows().stream().mapToLong(LeaderboardRow::attempts).sum())
        .isEqualTo(rollouts.size());
    // Prices are known for all of this model's rollouts.
    same(
        result.rows().stream()
            .filter(row -> row.model().equals("hours"))
            .mapToDouble(LeaderboardRow::dollars)
            .sum(),
        rollouts.stream()
            .filter(row -> row.model().equals("hours"))
            .mapToDouble(Rollout::cost)
            .sum());
  }

  // To the last bit: nothing of a row or sum may depend on who added up what.
  @Test
  void orderFilesAndPartitionsChangeNoBit() throws IOException {
    List<Rollout> rollouts = random(4);
    LeaderboardResult once = run(List.of(csv("one", rollouts)));
    Collections.shuffle(rollouts, new Random(5));
    LeaderboardResult files =
        run(
            List.of(
                csv("a", rollouts.subList(0, 100)),
                csv("b", rollouts.subList(100, 101)),
                csv("c", rollouts.subList(101, rollouts.size()))));
    assertThat(files).isEqualTo(once);
    String parquet = folder.resolve("rows.parquet").toString();
    spark
        .read()
        .option("header", true)
        .csv(csv("d", rollouts))
        .repartition(13)
        .write()
        .parquet(parquet);
    assertThat(run(List.of(parquet))).isEqualTo(once);
  }

  @Test
  void anAgentThatIsDominatedChangesNothing() throws IOException {
    List<Rollout> rollouts = random(6);
    LeaderboardResult before = run(List.of(csv("before", rollouts)));
    for (String problem : rollouts.stream().map(Rollout::problem).distinct().toList()) {
      for (String task : List.of("t0", "t1")) {
        rollouts.add(
            new Rollout(
                task, "worse", "s0", problem, false, "scored", 9999, 9999, 1e6, 1e6, "", null));
      }
    }
    LeaderboardResult after = run(List.of(csv("after", rollouts)));
    assertThat(after.rows().stream().filter(row -> row.model().equals("worse")))
        .hasSize(2)
        .noneMatch(LeaderboardRow::tokensFrontier)
        .noneMatch(LeaderboardRow::secondsFrontier)
        .noneMatch(LeaderboardRow::dollarsFrontier);
    assertThat(after.rows().stream().filter(row -> !row.model().equals("worse")).toList())
        .isEqualTo(before.rows());
    assertThat(after.unions())
        .extracting(AgentUnionRow::any, AgentUnionRow::best, AgentUnionRow::bestModel)
        .isEqualTo(
            before.unions().stream()
                .map(union -> tuple(union.any(), union.best(), union.bestModel()))
                .toList());
  }

  /** Six agents on two tasks; each model is priced in its own way, and one tells less. */
  private static List<Rollout> random(long seed) {
    Random random = new Random(seed);
    List<Rollout> rollouts = new ArrayList<>();
    for (String task : List.of("t0", "t1")) {
      for (String model : List.of("tokens", "hours", "given")) {
        for (String scaffold : List.of("s0", "s1")) {
          double skill = random.nextDouble();
          double effort = 1 + 4 * random.nextDouble();
          for (int problem = 0; problem < 15; problem++) {
            for (int attempt = random.nextInt(4); attempt >= 0; attempt--) {
              rollouts.add(rollout(random, task, model, scaffold, problem, skill, effort));
            }
          }
        }
      }
    }
    return rollouts;
  }

  private static Rollout rollout(
      Random random,
      String task,
      String model,
      String scaffold,
      int problem,
      double skill,
      double effort) {
    int kind = random.nextInt(20);
    boolean isNew = random.nextBoolean();
    boolean isLost = scaffold.equals("s1") && task.equals("t0") && problem == 0 && kind < 15;
    double[] price = {};
    if (model.equals("tokens")) {
      price = isNew ? new double[] {1.25, 10} : new double[] {3, 15};
    } else if (model.equals("hours")) {
      price = new double[] {2.49};
    }
    return new Rollout(
        task,
        model,
        scaffold,
        "p" + problem,
        random.nextDouble() < skill,
        kind == 1
            ? "excluded_infrastructure"
            : kind == 2 ? "excluded_timeout" : kind == 3 ? "format_error" : "scored",
        isLost && model.equals("tokens") ? null : (Integer) (int) (effort * random.nextInt(4000)),
        (int) (effort * random.nextInt(900)),
        isLost && model.equals("given") ? null : (Double) (effort * random.nextDouble()),
        model.equals("given") ? (Double) (effort * random.nextDouble()) : null,
        isNew ? "2025-09-01" : "2025-08-31T23:59:59Z",
        price);
  }

  private String csv(String name, List<Rollout> rollouts) throws IOException {
    String rows =
        rollouts.stream()
            .map(
                row ->
                    Stream.of(
                            row.task(),
                            row.model(),
                            row.scaffold(),
                            row.problem(),
                            row.success() ? 1 : 0,
                            row.status(),
                            row.prompt(),
                            row.completion(),
                            row.seconds(),
                            row.dollars(),
                            row.date())
                        .map(cell -> Objects.toString(cell, ""))
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve(name + ".csv"), HEADER + rows + "\n").toString();
  }

  private LeaderboardResult run(List<String> inputs) throws IOException {
    Path prices = Files.writeString(folder.resolve("prices.csv"), PRICES);
    return new LeaderboardJob(spark, new Configuration(false))
        .run("run-1", inputs, prices.toString(), LocalDate.of(2025, 10, 1), Efforts.NUMBERS);
  }

  private static void flags(Boolean frontier, Boolean hull, Agent agent, int kind) {
    assertThat(frontier).isEqualTo(agent.cost(kind) == null ? null : agent.frontier[kind]);
    assertThat(hull).isEqualTo(agent.cost(kind) == null ? null : agent.hull[kind]);
  }

  /** Means and sums of a few hundred terms: rounding alone is below this. */
  private static void same(Double actual, Double expected) {
    if (expected == null) {
      assertThat(actual).isNull();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }
  }
}
