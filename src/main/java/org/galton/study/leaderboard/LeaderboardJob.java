package org.galton.study.leaderboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.RunAddress;
import org.galton.job.run.SparkAction;
import org.galton.leaderboard.Prices;
import org.galton.numerics.Optionals;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Estimate;
import org.galton.statistics.error.Bootstrap;
import org.galton.study.leaderboard.row.AgentUnionRow;
import org.galton.study.leaderboard.row.EffortPairRow;
import org.galton.study.leaderboard.row.LeaderboardRow;
import scala.Tuple2;

/** Adds up what rollouts of each agent and problem came to; only these sums reach the driver. */
final class LeaderboardJob {
  private final SparkSession spark;
  private final Configuration hadoop;

  LeaderboardJob(SparkSession spark, Configuration hadoop) {
    this.spark = spark;
    this.hadoop = hadoop;
  }

  /**
   * @param inputs run folders and tables of rollouts
   * @param prices null for none
   * @param day of rows of tables that have no date
   * @param order of settings of effort
   */
  LeaderboardResult run(
      String runId, List<String> inputs, String prices, LocalDate day, Efforts order) {
    Prices known =
        prices == null
            ? Prices.NONE
            : SparkAction.run("read " + prices, () -> PriceFile.read(spark, prices));
    JavaPairRDD<Tuple2<AgentKey, String>, Spend> all = null;
    for (String input : inputs.stream().distinct().toList()) {
      JavaPairRDD<Tuple2<AgentKey, String>, Spend> read = read(input, known, day);
      all = all == null ? read : all.union(read);
    }
    JavaPairRDD<Tuple2<AgentKey, String>, Spend> spends = Objects.requireNonNull(all);
    List<AgentSpend> agents =
        SparkAction.run("add up costs", () -> agents(spends)).stream()
            .sorted(Comparator.comparing(AgentSpend::agent, AgentKey.ORDER))
            .toList();
    if (agents.isEmpty()) {
      throw new InvalidInput(
          "Cannot rank agents: %s has no rollouts; expected a run folder or a table with a row per rollout"
              .formatted(String.join(", ", inputs)));
    }
    Map<String, List<AgentSpend>> tasks = new TreeMap<>();
    agents.forEach(
        agent -> tasks.computeIfAbsent(agent.agent().task(), task -> new ArrayList<>()).add(agent));
    List<LeaderboardRow> rows = new ArrayList<>();
    List<AgentUnionRow> unions = new ArrayList<>();
    tasks.forEach(
        (task, own) -> {
          rows.addAll(Frontiers.flagged(own.stream().map(agent -> row(runId, agent)).toList()));
          AgentUnion.of(runId, task, problems(own)).ifPresent(unions::add);
        });
    EffortPairs efforts = new EffortPairs(runId, order);
    List<EffortPairRow> pairs = efforts.of(problems(agents));
    return new LeaderboardResult(
        List.copyOf(rows),
        List.copyOf(unions),
        pairs,
        efforts.signs(pairs),
        LeaderboardWarnings.of(rows, agents, prices != null));
  }

  /** One task holds the seconds of an agent's rollouts, to sort them; sums alone come back. */
  private static List<AgentSpend> agents(JavaPairRDD<Tuple2<AgentKey, String>, Spend> spends) {
    return spends
        .reduceByKey(Spend::plus)
        .mapToPair(
            found -> new Tuple2<>(found._1()._1(), new Tuple2<>(found._1()._2(), found._2())))
        .groupByKey()
        .map(agent -> AgentSpend.of(agent._1(), agent._2()))
        .collect();
  }

  private static Map<AgentKey, Map<String, Spend>> problems(List<AgentSpend> agents) {
    Map<AgentKey, Map<String, Spend>> problems = new TreeMap<>(AgentKey.ORDER);
    agents.forEach(agent -> problems.put(agent.agent(), agent.problems()));
    return problems;
  }

  private JavaPairRDD<Tuple2<AgentKey, String>, Spend> read(
      String input, Prices prices, LocalDate day) {
    RunAddress address = RunAddress.parse(input);
    return address.hasRuns(hadoop)
        ? new StoredCosts(JavaSparkContext.fromSparkContext(spark.sparkContext()), hadoop)
            .read(address.open(hadoop), prices)
        : RolloutTable.read(spark, input, prices, day);
  }

  private static LeaderboardRow row(String runId, AgentSpend agent) {
    Spend all = agent.sum();
    AgentKey key = agent.agent();
    double[] shares =
        agent.problems().values().stream()
            .filter(problem -> problem.scored() > 0)
            .mapToDouble(Spend::share)
            .toArray();
    Estimate success = Bootstrap.withDefaults().of("success", shares, 0);
    return new LeaderboardRow(
        runId,
        key.task(),
        key.model(),
        key.scaffold(),
        key.effort().isEmpty() ? null : key.effort(),
        shares.length,
        all.attempts(),
        all.scored(),
        all.excluded(),
        all.count(Ending.INFRASTRUCTURE),
        all.count(Ending.TIMEOUT),
        all.count(Ending.UNJUDGED),
        (double) all.excluded() / all.attempts(),
        Optionals.orNull(success.value()),
        Optionals.orNull(success.low()),
        Optionals.orNull(success.high()),
        all.promptTokens(),
        all.completionTokens(),
        all.seconds(),
        all.dollars(),
        all.basis(),
        all.each(all.tokens()),
        all.each(all.seconds()),
        all.each(all.dollars()),
        agent.medianSeconds(),
        agent.p90Seconds(),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
