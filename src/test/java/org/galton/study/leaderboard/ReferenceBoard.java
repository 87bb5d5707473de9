package org.galton.study.leaderboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A leaderboard by one pass over rows in memory, that shares no line with the job: sums by
 * decimals, frontiers by all pairs and all triples, and a generator of random numbers of its own.
 */
final class ReferenceBoard {
  /** The definition of the interval: this seed and name, so many resamples. */
  private static final long SEED = 0x47414C544F4EL ^ fnv("success");

  private static final int RESAMPLES = 2000;

  private final Map<String, Map<String, Agent>> tasks = new TreeMap<>();

  /**
   * A row of the table; a null is an empty cell.
   *
   * @param price dollars by tokens (a million of them, in and out) or by the hour
   */
  record Rollout(
      String task,
      String model,
      String scaffold,
      String problem,
      boolean success,
      String status,
      Integer prompt,
      Integer completion,
      Double seconds,
      Double dollars,
      String date,
      double[] price) {

    boolean isScored() {
      return !status.startsWith("excluded");
    }

    boolean isRight() {
      return success && status.equals("scored");
    }

    Double cost() {
      if (dollars != null) {
        return dollars;
      }
      if (price.length == 2) {
        return prompt == null || completion == null
            ? null
            : (Double) ((prompt * price[0] + completion * price[1]) / 1e6);
      }
      return price.length == 0 || seconds == null ? null : (Double) (seconds * price[0] / 3600);
    }

    String basis() {
      return dollars != null ? "given" : price.length == 2 ? "tokens" : "device hours";
    }
  }

  /** What the leaderboard says of an agent. */
  static final class Agent {
    final List<Rollout> rollouts = new ArrayList<>();
    double success;
    double low;
    double high;
    Double tokens;
    Double seconds;
    Double dollars;
    Double median;
    Double p90;
    String basis = "";
    final boolean[] frontier = new boolean[3];
    final boolean[] hull = new boolean[3];

    long count(String status) {
      return rollouts.stream().filter(row -> row.status().equals(status)).count();
    }

    long scored() {
      return rollouts.stream().filter(Rollout::isScored).count();
    }

    Double cost(int kind) {
      Double sum = kind == 0 ? tokens : kind == 1 ? seconds : dollars;
      return sum == null ? null : (Double) (sum / scored());
    }

    /** Of each problem with a scored rollout, the share that is right. */
    Map<String, Double> shares() {
      Map<String, int[]> counts = new TreeMap<>();
      for (Rollout row : rollouts) {
        if (row.isScored()) {
          int[] count = counts.computeIfAbsent(row.problem(), name -> new int[2]);
          count[0] += row.isRight() ? 1 : 0;
          count[1]++;
        }
      }
      Map<String, Double> shares = new TreeMap<>();
      counts.forEach((problem, count) -> shares.put(problem, (double) count[0] / count[1]));
      return shares;
    }
  }

  ReferenceBoard(List<Rollout> rollouts) {
    for (Rollout row : rollouts) {
      tasks
          .computeIfAbsent(row.task(), task -> new TreeMap<>())
          .computeIfAbsent(row.model() + "/" + row.scaffold(), name -> new Agent())
          .rollouts
          .add(row);
    }
    for (Map<String, Agent> agents : tasks.values()) {
      agents.values().forEach(ReferenceBoard::measure);
      for (int kind = 0; kind < 3; kind++) {
        mark(List.copyOf(agents.values()), kind);
      }
    }
  }

  Agent agent(String task, String model, String scaffold) {
    return tasks.get(task).get(model + "/" + scaffold);
  }

  /** Shares of the common problems that any agent solves, and that the best one does. */
  double[] union(String task) {
    Map<String, Agent> agents = tasks.get(task);
    Set<String> common = new TreeSet<>();
    agents.values().forEach(agent -> common.addAll(agent.shares().keySet()));
    agents.values().forEach(agent -> common.retainAll(agent.shares().keySet()));
    Set<String> any = new HashSet<>();
    int best = 0;
    for (Agent agent : agents.values()) {
      Set<String> own = new HashSet<>(common);
      own.removeIf(problem -> agent.shares().get(problem) == 0);
      best = Math.max(best, own.size());
      any.addAll(own);
    }
    return new double[] {
      common.size(), (double) any.size() / common.size(), (double) best / common.size()
    };
  }

  private static void measure(Agent agent) {
    double[] shares = agent.shares().values().stream().mapToDouble(share -> share).toArray();
    agent.success = Arrays.stream(shares).sum() / shares.length;
    interval(agent, shares);
    agent.tokens =
        sum(
            agent,
            row ->
                row.prompt() == null || row.completion() == null
                    ? null
                    : (Double) (double) (row.prompt() + row.completion()));
    agent.seconds = sum(agent, Rollout::seconds);
    agent.dollars = sum(agent, Rollout::cost);
    Set<String> bases = new HashSet<>();
    agent.rollouts.forEach(row -> bases.add(row.basis()));
    for (String basis : List.of("tokens", "device hours", "given")) {
      if (bases.contains(basis)) {
        agent.basis += (agent.basis.isEmpty() ? "" : ", ") + basis;
      }
    }
    List<Double> latencies =
        new ArrayList<>(
            agent.rollouts.stream().filter(Rollout::isScored).map(Rollout::seconds).toList());
    if (latencies.stream().allMatch(Objects::nonNull)) {
      double[] sorted = latencies.stream().mapToDouble(seconds -> seconds).sorted().toArray();
      agent.median = quantile(sorted, 0.5);
      agent.p90 = quantile(sorted, 0.9);
    }
  }

  private static Double sum(Agent agent, Function<Rollout, Double> part) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Rollout row : agent.rollouts) {
      if (part.apply(row) == null) {
        return null;
      }
      sum = sum.add(new BigDecimal(part.apply(row)));
    }
    return sum.doubleValue();
  }

  private static void interval(Agent agent, double[] shares) {
    double[] sorted = shares.clone();
    Arrays.sort(sorted);
    double[] means = new double[RESAMPLES];
    long state = SEED;
    for (int b = 0; b < RESAMPLES; b++) {
      for (int i = 0; i < sorted.length; i++) {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        means[b] += sorted[(int) (((z >>> 32) * sorted.length) >>> 32)] / sorted.length;
      }
    }
    Arrays.sort(means);
    agent.low = quantile(means, 0.025);
    agent.high = quantile(means, 0.975);
  }

  private static double quantile(double[] sorted, double probability) {
    double place = (sorted.length - 1) * probability;
    int below = (int) place;
    return below + 1 == sorted.length
        ? sorted[below]
        : (1 - (place - below)) * sorted[below] + (place - below) * sorted[below + 1];
  }

  /** By all pairs, and for the hull by every line between two others. */
  private static void mark(List<Agent> agents, int kind) {
    for (Agent agent : agents) {
      if (agent.cost(kind) == null) {
        continue;
      }
      List<Agent> others =
          agents.stream()
              .filter(other -> other != agent && other.cost(kind) != null)
              .filter(other -> kind < 2 || other.basis.equals(agent.basis))
              .toList();
      double cost = agent.cost(kind);
      agent.frontier[kind] =
          others.stream()
              .noneMatch(
                  other ->
                      other.cost(kind) <= cost
                          && other.success >= agent.success
                          && (other.cost(kind) < cost || other.success > agent.success));
      agent.hull[kind] = agent.frontier[kind];
      for (Agent left : others) {
        for (Agent right : others) {
          if (left.cost(kind) < cost && right.cost(kind) > cost) {
            double share = (cost - left.cost(kind)) / (right.cost(kind) - left.cost(kind));
            agent.hull[kind] &=
                agent.success >= left.success + share * (right.success - left.success) - 1e-12;
          }
        }
      }
    }
  }

  private static long fnv(String text) {
    long hash = 0xCBF29CE484222325L;
    for (byte one : text.getBytes(UTF_8)) {
      hash = (hash ^ (one & 0xFF)) * 0x100000001B3L;
    }
    return hash;
  }
}
