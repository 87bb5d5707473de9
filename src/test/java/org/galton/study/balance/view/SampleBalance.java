package org.galton.study.balance.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.galton.report.RowSource;
import org.galton.study.balance.row.BalanceBoundRow;
import org.galton.study.balance.row.BalanceCycleRow;
import org.galton.study.balance.row.BalanceTables;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.TransitionRow;
import org.galton.study.balance.row.VoteSweepRow;
import org.galton.table.RunRow;
import org.galton.table.Table;

/**
 * Four agents: an explorer of many states and a converger of few, whose kernels are built from
 * their potentials; one that steps on a tree; and one that never comes back.
 */
public final class SampleBalance {
  static final String HOSTILE = "</script><img src=x onerror=alert(1)>\u001b[31m\"quoted\"";
  static final BalanceAgent EXPLORER = new BalanceAgent("letter-sum, hot", "chain");
  static final BalanceAgent CONVERGER = new BalanceAgent("letter-sum, cold", "chain");
  static final BalanceAgent TREE = new BalanceAgent("letter-sum, hot", "pool");
  static final BalanceAgent ONE_WAY = new BalanceAgent("letter-sum, cold", "pool");
  private static final String RUN = "run";
  private static final int ATTEMPTS = 4000;

  private final Map<String, List<Record>> tables = new HashMap<>();

  private SampleBalance() {}

  public static BalanceRows rows() {
    SampleBalance sample = new SampleBalance();
    sample.chain(EXPLORER, potential(120, 1.7), 0);
    sample.test(EXPLORER, "exact_cycle", null, 0.42, "not_rejected");
    sample.chain(CONVERGER, potential(12, 2.0), 1.1);
    sample.test(CONVERGER, "exact_cycle", null, 0.005, "violated");
    sample.test(CONVERGER, "cycle_chi_square", 31.4, 0.0004, "violated");
    sample.test(CONVERGER, "triangles_published", 0.76, null, null);
    sample.test(CONVERGER, "entropy_production", 0.0041, null, null);
    sample.tree();
    sample.test(TREE, "exact_cycle", null, null, "untestable");
    sample.oneWay();
    sample.test(ONE_WAY, "exact_cycle", null, null, "untestable");
    sample.taskVotes();
    return BalanceRows.read(sample.source());
  }

  static RunRow run() {
    return new RunRow(
        RUN,
        "letter-sum",
        "transitions: words.csv\nseed: 42\n",
        "1",
        "4",
        "17",
        Instant.parse("2026-11-22T12:00:00Z"),
        Instant.parse("2026-11-22T12:00:05Z"),
        0);
  }

  /** Tables that hold these rows. */
  static RowSource source(Map<String, List<Record>> tables) {
    return new RowSource() {
      @Override
      @SuppressWarnings("unchecked")
      public <R extends Record> void forEach(Table<R> table, Consumer<R> each) {
        tables.getOrDefault(table.name(), List.of()).forEach(row -> each.accept((R) row));
      }
    };
  }

  private RowSource source() {
    return source(tables);
  }

  private <R extends Record> void add(Table<R> table, R row) {
    tables.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(row);
  }

  /** By names that sort as they lie, with mean 0. */
  private static TreeMap<String, Double> potential(int states, double spread) {
    Random random = new Random(states);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < states; i++) {
      values.add(spread * random.nextGaussian());
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    values.sort(Comparator.naturalOrder());
    TreeMap<String, Double> potential = new TreeMap<>();
    for (int i = 0; i < states; i++) {
      String name = i == 3 ? HOSTILE : "word" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
      potential.put(name, values.get(i) - mean);
    }
    return potential;
  }

  /** T(f→g) = s exp((V(f) − V(g)) / 2), s symmetric; a drive turns all loops the same way. */
  private void chain(BalanceAgent agent, Map<String, Double> potential, double drive) {
    Random random = new Random(7);
    List<String> states = List.copyOf(potential.keySet());
    Map<String, Map<String, Double>> kernel = new TreeMap<>();
    double share = Math.min(1, 9.0 / states.size());
    for (int f = 0; f < states.size(); f++) {
      for (int g = f + 1; g < states.size(); g++) {
        if (g == f + 1 || random.nextDouble() < share) {
          double fall = potential.get(states.get(f)) - potential.get(states.get(g));
          double push = drive * ((g - f) % 3 == 1 ? 1 : (g - f) % 3 == 2 ? -1 : 0);
          double symmetric = 0.012 * (0.3 + random.nextDouble());
          put(kernel, states.get(f), states.get(g), symmetric * Math.exp((fall + push) / 2));
          put(kernel, states.get(g), states.get(f), symmetric * Math.exp((-fall - push) / 2));
        }
      }
    }
    count(agent, kernel);
    for (String state : states) {
      long moved =
          kernel.get(state).values().stream().mapToLong(t -> Math.round(ATTEMPTS * t)).sum();
      double error = 0.08 + 0.5 * Math.exp(-moved / 400.0);
      boolean supported = moved > 60;
      add(
          BalanceTables.POTENTIALS,
          potential(
              agent,
              state,
              0,
              Math.max(0, (ATTEMPTS - moved) / 3),
              Math.max(0, ATTEMPTS - moved - (ATTEMPTS - moved) / 3),
              potential.get(state),
              supported ? potential.get(state) - error : null,
              supported ? potential.get(state) + error : null));
    }
    landscapes(agent, potential, kernel);
    loops(agent, kernel);
    add(
        BalanceTables.BOUNDS,
        new BalanceBoundRow(
            RUN,
            agent.experiment(),
            agent.condition(),
            states.get(states.size() - 1),
            HOSTILE,
            66,
            Math.log(66),
            Math.log(66 / 2.996)));
  }

  private static void put(
      Map<String, Map<String, Double>> kernel, String from, String to, double probability) {
    kernel.computeIfAbsent(from, f -> new TreeMap<>()).put(to, Math.min(0.3, probability));
  }

  /** Counts in two rollouts, which are to be added up. */
  private void count(BalanceAgent agent, Map<String, Map<String, Double>> kernel) {
    kernel.forEach(
        (from, row) ->
            row.forEach(
                (to, probability) -> {
                  long count = Math.round(ATTEMPTS * probability);
                  transition(agent, "one", from, to, count / 2);
                  transition(agent, "two", from, to, count - count / 2);
                }));
  }

  private void transition(BalanceAgent agent, String walk, String from, String to, long count) {
    if (count > 0) {
      add(
          BalanceTables.TRANSITIONS,
          new TransitionRow(RUN, agent.experiment(), agent.condition(), walk, from, to, count));
    }
  }

  private static PotentialRow potential(
      BalanceAgent agent,
      String state,
      int component,
      long stays,
      long escapes,
      Double value,
      Double low,
      Double high) {
    return new PotentialRow(
        RUN,
        agent.experiment(),
        agent.condition(),
        "attempts",
        "exp",
        null,
        null,
        state,
        value == null ? "alone" : "solved",
        component,
        (long) ATTEMPTS,
        stays,
        escapes,
        value,
        low,
        high,
        value == null ? null : low == null ? 0.72 : 0.98);
  }

  private void landscapes(
      BalanceAgent agent, Map<String, Double> potential, Map<String, Map<String, Double>> kernel) {
    for (String form : List.of("exp", "logistic")) {
      add(BalanceTables.LANDSCAPES, landscape(agent, form, 0, 1, potential, kernel));
    }
    for (int[] vote : new int[][] {{2, 2}, {3, 2}, {3, 3}, {5, 3}, {5, 5}}) {
      add(BalanceTables.LANDSCAPES, landscape(agent, "exp", vote[0], vote[1], potential, kernel));
    }
  }

  /**
   * @param draws M, or 0 of the kernel itself
   */
  private static LandscapeRow landscape(
      BalanceAgent agent,
      String form,
      int draws,
      int accept,
      Map<String, Double> potential,
      Map<String, Map<String, Double>> kernel) {
    double action = 0;
    double flat = 0;
    double bound = 0;
    double xy = 0;
    double xx = 0;
    int moves = 0;
    for (String f : potential.keySet()) {
      for (String g : kernel.get(f).keySet()) {
        double there = voted(kernel.get(f).get(g), draws, accept);
        double back = voted(kernel.get(g).get(f), draws, accept);
        double fall = potential.get(f) - potential.get(g);
        boolean exp = form.equals("exp");
        action += there * (exp ? Math.exp(-accept * fall / 2) : Math.log1p(Math.exp(-fall)));
        flat += there * (exp ? 1 : Math.log(2));
        bound += exp ? Math.sqrt(there * back) : there * Math.log1p(back / there);
        xy += fall * Math.log(there / back);
        xx += fall * fall;
        moves++;
      }
    }
    int states = potential.size();
    double variance = potential.values().stream().mapToDouble(v -> v * v).sum() / states;
    return new LandscapeRow(
        RUN,
        agent.experiment(),
        agent.condition(),
        "attempts",
        form,
        draws == 0 ? null : draws,
        draws == 0 ? null : accept,
        states + 1,
        states,
        1,
        states,
        (long) ATTEMPTS * states,
        null,
        moves,
        0,
        flat / states / (form.equals("exp") ? 1 : Math.log(2)),
        action / states,
        flat / states,
        bound / states,
        Math.max(0, (action - bound) / states),
        Math.sqrt(variance),
        null,
        null,
        draws == 0 ? null : xy / xx,
        moves / 2,
        0.98,
        0.06,
        1.1,
        1.0);
  }

  private static double voted(double t, int draws, int accept) {
    if (draws == 0) {
      return t;
    }
    double sum = 0;
    double choose = 1;
    for (int k = 0; k <= draws; k++) {
      if (k >= accept) {
        sum += choose * Math.pow(t, k) * Math.pow(1 - t, draws - k);
      }
      choose = choose * (draws - k) / (k + 1);
    }
    return sum;
  }

  /** Each unordered triple with moves all ways once. */
  private void loops(BalanceAgent agent, Map<String, Map<String, Double>> kernel) {
    int loops = 0;
    for (String a : kernel.keySet()) {
      for (String b : kernel.get(a).keySet()) {
        for (String c : kernel.get(b).keySet()) {
          if (a.compareTo(b) < 0 && b.compareTo(c) < 0 && kernel.get(a).containsKey(c)) {
            loops += loop(agent, kernel, a, b, c);
          }
        }
      }
    }
    add(
        BalanceTables.TESTS,
        new BalanceTestRow(
            RUN,
            agent.experiment(),
            agent.condition(),
            "triangles",
            1.2,
            loops,
            null,
            null,
            0.05,
            null));
  }

  private int loop(
      BalanceAgent agent, Map<String, Map<String, Double>> kernel, String a, String b, String c) {
    double forward = 0;
    double backward = 0;
    double variance = 0;
    for (String[] pair : new String[][] {{a, b}, {b, c}, {c, a}}) {
      double there = Math.round(ATTEMPTS * kernel.get(pair[0]).get(pair[1]));
      double back = Math.round(ATTEMPTS * kernel.get(pair[1]).get(pair[0]));
      forward += Math.log(there / ATTEMPTS);
      backward += Math.log(back / ATTEMPTS);
      variance += 1 / there + 1 / back;
    }
    if (Double.isInfinite(variance)) {
      return 0;
    }
    double z = Math.abs(forward - backward) / Math.sqrt(variance);
    double p = Math.min(1, 2 * Math.exp(-z * z / 2) / (1 + z));
    add(
        BalanceTables.CYCLES,
        new BalanceCycleRow(
            RUN,
            agent.experiment(),
            agent.condition(),
            a,
            b,
            c,
            forward,
            backward,
            forward - backward,
            Math.sqrt(variance),
            p,
            Math.min(1, 4 * p)));
    return 1;
  }

  private void test(BalanceAgent agent, String test, Double statistic, Double p, String verdict) {
    add(
        BalanceTables.TESTS,
        new BalanceTestRow(
            RUN,
            agent.experiment(),
            agent.condition(),
            test,
            statistic,
            statistic == null ? null : 9,
            p,
            statistic == null && p != null ? 220 : null,
            0.05,
            verdict));
  }

  /** A hub and two leaves, entered from one state and left to another. */
  private void tree() {
    Map<String, Double> potential = new TreeMap<>(Map.of("hub", 0.0, "leaf", 1.5, "twig", -1.5));
    Map<String, Map<String, Double>> kernel = new TreeMap<>();
    put(kernel, "hub", "leaf", 0.02);
    put(kernel, "leaf", "hub", 0.02 * Math.exp(1.5));
    put(kernel, "hub", "twig", 0.02 * Math.exp(1.5));
    put(kernel, "twig", "hub", 0.02);
    count(TREE, kernel);
    transition(TREE, "one", "start", "hub", 40);
    transition(TREE, "one", "hub", "end", 3);
    potential.forEach(
        (state, value) ->
            add(BalanceTables.POTENTIALS, potential(TREE, state, 0, 10, 20, value, null, null)));
    add(BalanceTables.POTENTIALS, potential(TREE, "start", 1, 0, 9, null, null, null));
    add(BalanceTables.POTENTIALS, potential(TREE, "end", 2, 9, 0, null, null, null));
    add(BalanceTables.POTENTIALS, potential(TREE, "far", 3, 9, 0, null, null, null));
    add(
        BalanceTables.LANDSCAPES,
        components(landscape(TREE, "exp", 0, 1, potential, kernel), 6, 4, 3));
  }

  private void oneWay() {
    transition(ONE_WAY, "one", "first", "second", 7);
    transition(ONE_WAY, "one", "second", "third", 5);
    transition(ONE_WAY, "one", "first", "third", 2);
    Map<String, Integer> components = Map.of("first", 0, "second", 1, "third", 2);
    new TreeMap<>(components)
        .forEach(
            (state, component) ->
                add(
                    BalanceTables.POTENTIALS,
                    potential(ONE_WAY, state, component, 0, 1, null, null, null)));
    add(
        BalanceTables.LANDSCAPES,
        components(
            landscape(ONE_WAY, "exp", 0, 1, Map.of("first", 0.0), Map.of("first", Map.of())),
            3,
            3,
            1));
  }

  private static LandscapeRow components(
      LandscapeRow row, int states, int components, int largest) {
    return new LandscapeRow(
        row.runId(),
        row.experiment(),
        row.condition(),
        row.n0Mode(),
        row.kernel(),
        null,
        null,
        states,
        states,
        components,
        largest,
        row.attempts(),
        row.moves(),
        row.uniqueMoves(),
        0,
        row.acceptance(),
        row.action(),
        row.actionAtZero(),
        row.actionLowerBound(),
        row.actionExcess(),
        largest > 1 ? row.potentialSd() : null,
        null,
        null,
        null,
        0,
        null,
        null,
        null,
        1.0);
  }

  private void taskVotes() {
    for (String task : List.of("arithmetic", "countdown")) {
      double right = task.equals("arithmetic") ? 0.8 : 0.45;
      for (int[] vote : new int[][] {{1, 1}, {3, 2}, {3, 3}, {5, 3}, {5, 5}, {9, 5}, {9, 9}}) {
        double acceptance = voted(right, vote[0], vote[1]);
        double accuracy = acceptance / (acceptance + voted(1 - right, vote[0], vote[1]) / 3);
        add(
            BalanceTables.VOTES,
            new VoteSweepRow(
                RUN,
                "builtin:abacus@4000",
                task,
                "g",
                vote[0],
                vote[1],
                32,
                acceptance,
                Math.max(0, acceptance - 0.08),
                Math.min(1, acceptance + 0.08),
                accuracy,
                accuracy - 0.05,
                Math.min(1, accuracy + 0.05),
                0.9 * vote[1],
                0.3 / vote[1],
                1.0));
      }
    }
  }
}
