package org.galton.study.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.galton.numerics.Optionals;
import org.galton.statistics.Estimate;
import org.galton.statistics.Moments;
import org.galton.statistics.test.PairedComparison;
import org.galton.statistics.test.SignTest;
import org.galton.study.leaderboard.row.EffortPairRow;
import org.galton.study.leaderboard.row.EffortSignsRow;

/** The same agent at two settings of effort, on the problems that both have tried. */
final class EffortPairs {
  /** Means of shares that are equal as fractions differ by less in doubles. */
  private static final double ROUNDING = 1e-12;

  private final String runId;
  private final Efforts efforts;

  EffortPairs(String runId, Efforts efforts) {
    this.runId = runId;
    this.efforts = efforts;
  }

  /** Every two settings of each agent; none where an agent has one. */
  List<EffortPairRow> of(Map<AgentKey, Map<String, Spend>> agents) {
    Map<AgentKey, List<AgentKey>> settings = new TreeMap<>(AgentKey.ORDER);
    for (AgentKey agent : agents.keySet()) {
      if (!agent.effort().isEmpty()) {
        settings.computeIfAbsent(agent.withoutEffort(), key -> new ArrayList<>()).add(agent);
      }
    }
    List<EffortPairRow> pairs = new ArrayList<>();
    for (List<AgentKey> own : settings.values()) {
      if (own.size() < 2) {
        continue; // One setting needs no order.
      }
      List<AgentKey> sorted = efforts.sorted(own);
      for (int low = 0; low < sorted.size(); low++) {
        for (int high = low + 1; high < sorted.size(); high++) {
          pairs.add(
              pair(
                  sorted.get(low),
                  sorted.get(high),
                  low == 0 && high == sorted.size() - 1,
                  agents));
        }
      }
    }
    return List.copyOf(pairs);
  }

  /** Of all agents; empty where no agent has two settings that share a problem. */
  List<EffortSignsRow> signs(List<EffortPairRow> pairs) {
    List<String> directions =
        pairs.stream()
            .filter(EffortPairRow::widest)
            .map(EffortPairRow::direction)
            .filter(Objects::nonNull)
            .toList();
    if (directions.isEmpty()) {
      return List.of();
    }
    int higher = (int) directions.stream().filter("higher"::equals).count();
    int lower = (int) directions.stream().filter("lower"::equals).count();
    return List.of(
        new EffortSignsRow(
            runId,
            directions.size(),
            higher,
            directions.size() - higher - lower,
            lower,
            Optionals.orNull(SignTest.of(higher, lower))));
  }

  private EffortPairRow pair(
      AgentKey low, AgentKey high, boolean widest, Map<AgentKey, Map<String, Spend>> agents) {
    Map<String, Spend> less = agents.get(low);
    Map<String, Spend> more = agents.get(high);
    List<String> shared =
        less.keySet().stream()
            .filter(problem -> less.get(problem).scored() > 0)
            .filter(problem -> more.containsKey(problem) && more.get(problem).scored() > 0)
            .toList();
    double[] lowShares = shares(less, shared);
    double[] highShares = shares(more, shared);
    Estimate difference =
        PairedComparison.withDefaults().ofShares().of(highShares, lowShares).difference();
    Spend lowSum = sum(less, shared);
    Spend highSum = sum(more, shared);
    return new EffortPairRow(
        runId,
        low.task(),
        low.model(),
        low.scaffold(),
        low.effort(),
        high.effort(),
        widest,
        shared.size(),
        shared.isEmpty() ? null : (Double) Moments.mean(lowShares),
        shared.isEmpty() ? null : (Double) Moments.mean(highShares),
        Optionals.orNull(difference.value()),
        Optionals.orNull(difference.low()),
        Optionals.orNull(difference.high()),
        shared.isEmpty() ? null : direction(difference.value().orElseThrow()),
        ratio(lowSum, highSum, Spend::tokens),
        ratio(lowSum, highSum, Spend::seconds),
        Objects.equals(lowSum.basis(), highSum.basis())
            ? ratio(lowSum, highSum, Spend::dollars)
            : null);
  }

  private static String direction(double difference) {
    if (Math.abs(difference) <= ROUNDING) {
      return "equal";
    }
    return difference > 0 ? "higher" : "lower";
  }

  private static double[] shares(Map<String, Spend> problems, List<String> shared) {
    return shared.stream().mapToDouble(problem -> problems.get(problem).share()).toArray();
  }

  private static Spend sum(Map<String, Spend> problems, List<String> shared) {
    Spend sum = new Spend();
    shared.forEach(problem -> sum.plus(problems.get(problem)));
    return sum;
  }

  /** Of what a scored rollout costs. */
  private static Double ratio(Spend low, Spend high, Function<Spend, Double> cost) {
    Double less = low.each(cost.apply(low));
    Double more = high.each(cost.apply(high));
    return less == null || more == null || less == 0 ? null : (Double) (more / less);
  }
}
