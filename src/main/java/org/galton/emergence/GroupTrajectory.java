package org.galton.emergence;

import static org.galton.numerics.Optionals.ofNullable;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;
import org.jspecify.annotations.Nullable;

/**
 * What the agents of one group did, round after round: a table without holes. Agents are in string
 * order, rounds in ascending order; rounds may be missing between them. A round that lacks an agent
 * or has a value that is no finite number is left out and counted.
 */
public final class GroupTrajectory implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String[] agents;
  private final Table table;
  private final @Nullable Double target;
  private final @Nullable Boolean success;
  private final int incomplete;
  private final int rejected;

  /** Complete rounds. */
  private static final class Table implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int before;
    private final int[] rounds;
    private final double[][] values;
    private final double @Nullable [] macro;

    /**
     * @param before complete rounds that came before these
     * @param values by agent, then by place
     * @param macro by place, or null
     */
    Table(int before, int[] rounds, double[][] values, double @Nullable [] macro) {
      this.before = before;
      this.rounds = rounds;
      this.values = values;
      this.macro = macro;
    }

    Table stretch(int from, int to) {
      return new Table(
          before + from,
          Arrays.copyOfRange(rounds, from, to),
          Arrays.stream(values)
              .map(series -> Arrays.copyOfRange(series, from, to))
              .toArray(double[][]::new),
          macro == null ? null : Arrays.copyOfRange(macro, from, to));
    }

    /** Of a first table only: keeps the places that hold, with this macro series for all. */
    Table kept(IntPredicate holds, double[] macros) {
      int[] places = IntStream.range(0, rounds.length).filter(holds).toArray();
      return new Table(
          0,
          IntStream.of(places).map(place -> rounds[place]).toArray(),
          Arrays.stream(values).map(series -> at(series, places)).toArray(double[][]::new),
          at(macros, places));
    }

    private static double[] at(double[] series, int[] places) {
      return IntStream.of(places).mapToDouble(place -> series[place]).toArray();
    }
  }

  private GroupTrajectory(
      String name,
      String[] agents,
      Table table,
      @Nullable Double target,
      @Nullable Boolean success,
      int incomplete,
      int rejected) {
    this.name = name;
    this.agents = agents;
    this.table = table;
    this.target = target;
    this.success = success;
    this.incomplete = incomplete;
    this.rejected = rejected;
  }

  /**
   * In any order.
   *
   * @param name of the group, unlike that of any other: random streams are drawn by it
   * @throws IllegalArgumentException for two values of one agent in one round
   */
  public static GroupTrajectory of(String name, List<Observation> observations) {
    TreeSet<String> agents = new TreeSet<>();
    TreeMap<Integer, Map<String, Double>> rounds = new TreeMap<>();
    for (Observation one : observations) {
      agents.add(one.agent());
      Double other =
          rounds
              .computeIfAbsent(one.round(), round -> new TreeMap<>())
              .put(one.agent(), one.value());
      Expect.that(
          other == null,
          "group",
          "'%s' with two values of agent '%s' in round %d"
              .formatted(name, one.agent(), one.round()),
          "one");
    }
    int all = rounds.size();
    rounds.values().removeIf(row -> !row.values().stream().allMatch(Double::isFinite));
    int finite = rounds.size();
    rounds.values().removeIf(row -> row.size() < agents.size());
    double[][] values =
        agents.stream()
            .map(agent -> rounds.values().stream().mapToDouble(row -> row.get(agent)).toArray())
            .toArray(double[][]::new);
    int[] numbers = rounds.keySet().stream().mapToInt(round -> round).toArray();
    return new GroupTrajectory(
        name,
        agents.toArray(String[]::new),
        new Table(0, numbers, values, null),
        null,
        null,
        finite - rounds.size(),
        all - finite);
  }

  private GroupTrajectory with(Table other, int incompleteRounds, int rejectedRounds) {
    return new GroupTrajectory(
        name, agents, other, target, success, incompleteRounds, rejectedRounds);
  }

  /** What the sum of the agents should be. */
  public GroupTrajectory withTarget(double sum) {
    Expect.that(Double.isFinite(sum), "target", sum, "a finite number");
    return new GroupTrajectory(name, agents, table, sum, success, incomplete, rejected);
  }

  public GroupTrajectory withSuccess(boolean reached) {
    return new GroupTrajectory(name, agents, table, target, reached, incomplete, rejected);
  }

  /**
   * Takes the place of the sum of the agents, by round. For the theory behind {@link
   * GroupStatistic#S_MACRO} it should be a function of the agents' values in the same round. Rounds
   * without a value count as incomplete.
   */
  public GroupTrajectory withMacro(Map<Integer, Double> byRound) {
    Expect.that(table.before == 0, "window of group", "'" + name + "'", "the whole group");
    boolean[] present = new boolean[table.rounds.length];
    double[] macro = new double[table.rounds.length];
    int lacking = 0;
    int infinite = 0;
    for (int place = 0; place < macro.length; place++) {
      Double value = byRound.get(table.rounds[place]);
      if (value == null) {
        lacking++;
      } else if (!Double.isFinite(value)) {
        infinite++;
      } else {
        present[place] = true;
        macro[place] = value;
      }
    }
    return with(
        table.kept(place -> present[place], macro), incomplete + lacking, rejected + infinite);
  }

  /** The first so many complete rounds; empty for a group that has fewer. */
  public Optional<GroupTrajectory> first(int rounds) {
    Expect.that(rounds >= 1, "window", rounds, "1 round or more");
    return rounds > table.rounds.length
        ? Optional.empty()
        : Optional.of(with(table.stretch(0, rounds), incomplete, rejected));
  }

  /** Sliding windows of so many complete rounds, each so many after the one before. */
  public List<GroupTrajectory> windows(int rounds, int step) {
    Expect.that(rounds >= 1, "window", rounds, "1 round or more");
    Expect.that(step >= 1, "step", step, "1 round or more");
    List<GroupTrajectory> windows = new ArrayList<>();
    for (int from = 0; from + rounds <= table.rounds.length; from += step) {
      windows.add(with(table.stretch(from, from + rounds), incomplete, rejected));
    }
    return List.copyOf(windows);
  }

  public String name() {
    return name;
  }

  /** In string order. */
  public List<String> agents() {
    return List.of(agents);
  }

  /** Numbers of the complete rounds, ascending. */
  public int[] rounds() {
    return table.rounds.clone();
  }

  /** By agent, then by place in {@link #rounds}. */
  public double[][] values() {
    return Arrays.stream(table.values).map(double[]::clone).toArray(double[][]::new);
  }

  public OptionalDouble target() {
    return ofNullable(target);
  }

  public Optional<Boolean> success() {
    return Optional.ofNullable(success);
  }

  /** The given macro series, by place in {@link #rounds}. */
  public Optional<double[]> macro() {
    return Optional.ofNullable(table.macro).map(double[]::clone);
  }

  /** Rounds left out because an agent or the macro value was missing. */
  public int incompleteRounds() {
    return incomplete;
  }

  /** Rounds left out because a value was NaN or infinite. */
  public int rejectedRounds() {
    return rejected;
  }

  /** Complete rounds of the group that came before this window. */
  public int before() {
    return table.before;
  }
}
