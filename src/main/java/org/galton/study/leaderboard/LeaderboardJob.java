package org.galton.study.leaderboard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.RunAddress;
import org.galton.job.run.SparkAction;
import org.galton.leaderboard.Frontier;
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
    Map<AgentKey, Map<String, Spend>> agents = new TreeMap<>(AgentKey.ORDER);
    SparkAction.run("add up costs", () -> spends.reduceByKey(Spend::plus).collect())
        .forEach(
            found ->
                agents
                    .computeIfAbsent(found._1()._1(), agent -> new TreeMap<>())
                    .put(found._1()._2(), found._2()));
    if (agents.isEmpty()) {
      throw new InvalidInput(
          "Cannot rank agents: %s has no rollouts; expected a run folder or a table with a row per rollout"
              .formatted(String.join(", ", inputs)));
    }
    List<LeaderboardRow> rows = new ArrayList<>();
    List<AgentUnionRow> unions = new ArrayList<>();
    Map<String, Map<AgentKey, Map<String, Spend>>> tasks = new TreeMap<>();
    agents.forEach(
        (agent, problems) ->
            tasks
                .computeIfAbsent(agent.task(), task -> new TreeMap<>(AgentKey.ORDER))
                .put(agent, problems));
    tasks.forEach(
        (task, itsAgents) -> {
          rows.addAll(frontier(itsAgents.entrySet().stream().map(a -> row(runId, a)).toList()));
          union(runId, task, itsAgents).ifPresent(unions::add);
        });
    EffortPairs efforts = new EffortPairs(runId, order);
    List<EffortPairRow> pairs = efforts.of(agents);
    return new LeaderboardResult(
        List.copyOf(rows),
        List.copyOf(unions),
        pairs,
        efforts.signs(pairs),
        warnings(rows, prices));
  }

  private JavaPairRDD<Tuple2<AgentKey, String>, Spend> read(
      String input, Prices prices, LocalDate day) {
    RunAddress address = RunAddress.parse(input);
    return address.hasRuns(hadoop)
        ? new StoredCosts(JavaSparkContext.fromSparkContext(spark.sparkContext()), hadoop)
            .read(address.open(hadoop), prices)
        : RolloutTable.read(spark, input, prices, day);
  }

  private static LeaderboardRow row(String runId, Map.Entry<AgentKey, Map<String, Spend>> agent) {
    Spend all = new Spend();
    agent.getValue().values().forEach(all::plus);
    double[] shares =
        agent.getValue().values().stream()
            .filter(problem -> problem.scored() > 0)
            .mapToDouble(Spend::share)
            .toArray();
    Estimate success = Bootstrap.withDefaults().of("success", shares, 0);
    return new LeaderboardRow(
        runId,
        agent.getKey().task(),
        agent.getKey().model(),
        agent.getKey().scaffold(),
        agent.getKey().effort().isEmpty() ? null : agent.getKey().effort(),
        shares.length,
        all.attempts(),
        all.scored(),
        all.attempts() - all.scored(),
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
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static List<LeaderboardRow> frontier(List<LeaderboardRow> rows) {
    List<Flags> tokens = flags(rows, LeaderboardRow::tokensPerRollout, row -> "");
    List<Flags> seconds = flags(rows, LeaderboardRow::secondsPerRollout, row -> "");
    // List prices and hours of one's own devices are no one currency.
    List<Flags> dollars =
        flags(rows, LeaderboardRow::dollarsPerRollout, LeaderboardRow::dollarsBasis);
    List<LeaderboardRow> flagged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      flagged.add(
          rows.get(i)
              .with(
                  tokens.get(i).frontier(),
                  tokens.get(i).hull(),
                  seconds.get(i).frontier(),
                  seconds.get(i).hull(),
                  dollars.get(i).frontier(),
                  dollars.get(i).hull()));
    }
    return flagged;
  }

  /** Whether an agent is not dominated, and on the hull; null where it has no cost. */
  private record Flags(Boolean frontier, Boolean hull) {}

  private static List<Flags> flags(
      List<LeaderboardRow> rows,
      Function<LeaderboardRow, Double> cost,
      Function<LeaderboardRow, String> currency) {
    Flags[] flags = new Flags[rows.size()];
    Arrays.fill(flags, new Flags(null, null));
    Map<String, List<Integer>> comparable = new TreeMap<>();
    for (int i = 0; i < flags.length; i++) {
      if (cost.apply(rows.get(i)) != null && rows.get(i).success() != null) {
        comparable.computeIfAbsent(currency.apply(rows.get(i)), name -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> places : comparable.values()) {
      Frontier frontier =
          Frontier.of(
              places.stream().mapToDouble(i -> rounded(cost.apply(rows.get(i)))).toArray(),
              places.stream().mapToDouble(i -> rounded(rows.get(i).success())).toArray());
      for (int i = 0; i < places.size(); i++) {
        flags[places.get(i)] = new Flags(frontier.nonDominated().get(i), frontier.hull().get(i));
      }
    }
    return List.of(flags);
  }

  /** The last digits of a sum depend on the order of rows, and make no agent better. */
  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(12)).doubleValue();
  }

  private static Optional<AgentUnionRow> union(
      String runId, String task, Map<AgentKey, Map<String, Spend>> agents) {
    Set<String> common = null;
    for (Map<String, Spend> problems : agents.values()) {
      Set<String> scored = new HashSet<>();
      problems.forEach(
          (problem, spend) -> {
            if (spend.scored() > 0) {
              scored.add(problem);
            }
          });
      if (common == null) {
        common = scored;
      } else {
        common.retainAll(scored);
      }
    }
    if (agents.size() < 2 || common == null || common.isEmpty()) {
      return Optional.empty();
    }
    Set<String> solved = new HashSet<>();
    AgentKey best = null;
    int most = -1;
    for (Map.Entry<AgentKey, Map<String, Spend>> agent : agents.entrySet()) {
      int own = 0;
      for (String problem : common) {
        if (agent.getValue().get(problem).right() > 0) {
          own++;
          solved.add(problem);
        }
      }
      if (own > most) {
        most = own;
        best = agent.getKey();
      }
    }
    AgentKey first = Objects.requireNonNull(best);
    return Optional.of(
        new AgentUnionRow(
            runId,
            task,
            agents.size(),
            common.size(),
            (double) solved.size() / common.size(),
            first.model(),
            first.scaffold(),
            first.effort().isEmpty() ? null : first.effort(),
            (double) most / common.size()));
  }

  private static List<String> warnings(List<LeaderboardRow> rows, String prices) {
    List<String> warnings = new ArrayList<>();
    long without = rows.stream().filter(row -> row.dollars() == null).count();
    if (prices != null && without > 0) {
      warnings.add(
          "%d of %d agents have no dollars: a rollout of theirs has no price on its day, or lacks the tokens or seconds that it is priced by"
              .formatted(without, rows.size()));
    }
    long bases =
        rows.stream().map(LeaderboardRow::dollarsBasis).filter(Objects::nonNull).distinct().count();
    if (bases > 1
        || rows.stream().anyMatch(row -> String.valueOf(row.dollarsBasis()).contains(","))) {
      warnings.add(
          "dollars are of several kinds (column dollars_basis): list prices of tokens and hours of one's own devices are no one currency, so each kind has a frontier of its own");
    }
    return List.copyOf(warnings);
  }
}
