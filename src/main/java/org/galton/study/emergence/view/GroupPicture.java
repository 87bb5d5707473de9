package org.galton.study.emergence.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.galton.report.Fact;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.emergence.row.EmergencePairRow;
import org.galton.study.emergence.row.EmergenceTripletRow;
import org.galton.study.emergence.row.GroupPlace;
import org.galton.study.emergence.row.TrajectoryRow;

/**
 * One group: what its agents did, which pairs tell more together, which triplets predict it.
 *
 * @param alternative of the rounds
 * @param note of the pairs
 */
record GroupPicture(
    String title,
    Rounds rounds,
    Pairs pairs,
    String alternative,
    String note,
    FigureTable triplets) {
  private static final int MOST_TRIPLETS = 5;

  /**
   * @param macro the group's state: the sum of the values less the target, or as given
   */
  record Rounds(List<Integer> rounds, List<Agent> agents, List<Double> macro) {}

  record Agent(String name, List<Double> values) {}

  /**
   * @param largest synergy of all groups shown, for one scale
   */
  record Pairs(List<String> agents, List<Pair> pairs, double largest) {}

  record Pair(
      int a, int b, double synergy, double redundancy, boolean standsOut, List<Fact> tests) {}

  /** Empty where a group's rows are missing. */
  static Optional<GroupPicture> of(GroupPlace place, EmergenceRows rows) {
    List<TrajectoryRow> own =
        rows.trajectories().stream().filter(row -> row.place().equals(place)).toList();
    List<EmergencePairRow> pairs =
        rows.pairs().stream()
            .filter(row -> row.firstRounds() == null)
            .filter(row -> row.place().equals(place))
            .toList();
    if (own.isEmpty() || pairs.isEmpty()) {
      return Optional.empty();
    }
    String name =
        EmergenceNames.condition(place.experiment(), place.condition(), rows.conditions());
    String title = name + ": group " + VisibleText.line(place.group(), 60);
    Rounds rounds = rounds(own);
    Pairs synergies = pairs(rounds, pairs, rows);
    return Optional.of(
        new GroupPicture(
            title,
            rounds,
            synergies,
            "%s: %d agents over %d rounds; %s."
                .formatted(title, rounds.agents().size(), rounds.rounds().size(), outcome(own)),
            "%s. Synergy by %s; %s."
                .formatted(capital(outcome(own)), measure(pairs), standsOut(synergies)),
            triplets(place, rows)));
  }

  private static Rounds rounds(List<TrajectoryRow> rows) {
    TreeMap<Integer, TreeMap<String, TrajectoryRow>> byRound = new TreeMap<>();
    rows.forEach(
        row -> byRound.computeIfAbsent(row.round(), r -> new TreeMap<>()).put(row.agent(), row));
    int most = byRound.values().stream().mapToInt(TreeMap::size).max().orElseThrow();
    byRound.values().removeIf(round -> round.size() < most);
    List<Agent> agents =
        byRound.firstEntry().getValue().keySet().stream()
            .map(
                agent ->
                    new Agent(
                        VisibleText.line(agent, 24),
                        byRound.values().stream().map(round -> round.get(agent).value()).toList()))
            .toList();
    return new Rounds(
        List.copyOf(byRound.keySet()),
        agents,
        byRound.values().stream().map(round -> macro(List.copyOf(round.values()))).toList());
  }

  private static double macro(List<TrajectoryRow> round) {
    TrajectoryRow first = round.get(0);
    if (first.macro() != null) {
      return first.macro();
    }
    double target = first.target() == null ? 0 : first.target();
    return round.stream().mapToDouble(TrajectoryRow::value).sum() - target;
  }

  private static String measure(List<EmergencePairRow> pairs) {
    return pairs.get(pairs.size() - 1).measure();
  }

  /** By the last measure, with the p under every null model. */
  private static Pairs pairs(Rounds rounds, List<EmergencePairRow> rows, EmergenceRows all) {
    double level = all.conditions().get(0).level();
    List<String> names = rounds.agents().stream().map(Agent::name).toList();
    String measure = measure(rows);
    List<EmergencePairRow> own = rows.stream().filter(r -> r.measure().equals(measure)).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < names.size(); a++) {
      for (int b = a + 1; b < names.size(); b++) {
        String first = names.get(a);
        String second = names.get(b);
        List<EmergencePairRow> tests =
            own.stream()
                .filter(row -> VisibleText.line(row.firstAgent(), 24).equals(first))
                .filter(row -> VisibleText.line(row.secondAgent(), 24).equals(second))
                .toList();
        if (!tests.isEmpty()) {
          pairs.add(pair(a, b, tests, level));
        }
      }
    }
    double largest = all.pairs().stream().mapToDouble(EmergencePairRow::synergy).max().orElse(1);
    return new Pairs(names, pairs, Math.max(largest, 1e-9));
  }

  private static Pair pair(int a, int b, List<EmergencePairRow> tests, double level) {
    List<EmergencePairRow> tested = tests.stream().filter(row -> row.pValue() != null).toList();
    return new Pair(
        a,
        b,
        tests.get(0).synergy(),
        tests.get(0).redundancy(),
        !tested.isEmpty() && tested.stream().allMatch(row -> row.pValue() <= level),
        tested.stream()
            .map(row -> new Fact("p, " + row.nullModel(), Figures.probability(row.pValue())))
            .toList());
  }

  private static String outcome(List<TrajectoryRow> rows) {
    Boolean success = rows.get(0).success();
    return success == null
        ? "outcome not known"
        : success ? "the group hit its target" : "the group missed its target";
  }

  private static String standsOut(Pairs pairs) {
    long count = pairs.pairs().stream().filter(Pair::standsOut).count();
    return count == 0
        ? "no pair exceeds the largest pairs of the surrogates"
        : count
            + (count == 1 ? " pair exceeds" : " pairs exceed")
            + " the largest pairs of all surrogates (ringed)";
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static FigureTable triplets(GroupPlace place, EmergenceRows rows) {
    List<EmergenceTripletRow> own =
        rows.triplets().stream()
            .filter(row -> row.firstRounds() == null)
            .filter(row -> row.place().equals(place))
            .toList();
    List<String> nulls =
        own.stream().map(EmergenceTripletRow::nullModel).filter(n -> n != null).distinct().toList();
    List<String> columns = new ArrayList<>(List.of("Triplet", "I3", "G3", "O-information"));
    nulls.forEach(name -> columns.add("p of G3, " + name));
    List<List<String>> lines =
        own.stream()
            .map(GroupPicture::agents)
            .distinct()
            .map(names -> own.stream().filter(row -> agents(row).equals(names)).toList())
            .sorted(
                Comparator.comparing(
                    (List<EmergenceTripletRow> tests) -> tests.get(0).i3(),
                    Comparator.reverseOrder()))
            .limit(MOST_TRIPLETS)
            .map(tests -> cells(tests, nulls))
            .toList();
    return new FigureTable("Triplets that predict the group best, in bits", columns, lines);
  }

  private static List<String> cells(List<EmergenceTripletRow> tests, List<String> nulls) {
    EmergenceTripletRow first = tests.get(0);
    List<String> cells =
        new ArrayList<>(
            List.of(
                agents(first),
                Figures.bits(first.i3()),
                Figures.bits(first.g3()),
                Figures.bits(first.oInformation())));
    for (String name : nulls) {
      cells.add(
          tests.stream()
              .filter(row -> name.equals(row.nullModel()) && row.g3PValue() != null)
              .findFirst()
              .map(row -> Figures.probability(row.g3PValue()))
              .orElse("–"));
    }
    return cells;
  }

  private static String agents(EmergenceTripletRow row) {
    return VisibleText.line(
        row.firstAgent() + ", " + row.secondAgent() + ", " + row.thirdAgent(), 80);
  }
}
