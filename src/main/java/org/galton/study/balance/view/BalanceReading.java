package org.galton.study.balance.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.report.RowSource;
import org.galton.study.balance.row.BalanceBoundRow;
import org.galton.study.balance.row.BalanceCycleRow;
import org.galton.study.balance.row.BalanceTables;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.TransitionRow;
import org.galton.table.Table;

/** Reads no more of a run's tables than a page shows. */
final class BalanceReading {
  static final int MOST_AGENTS = 12;
  static final int MOST_LOOPS = 400;
  static final int FARTHEST_LOOPS = 10;
  static final int MOST_BOUNDS = 10;
  private static final List<String> MODES = List.of("attempts", "exact", "uniform", "outgoing");
  private static final List<String> KERNELS = List.of("exp", "logistic");

  /** Those of which a chance share is taken, the same whatever order they are read in. */
  private static final Comparator<BalanceCycleRow> BY_HASH =
      Comparator.comparingInt(BalanceReading::hash).thenComparing(BalanceReading::names);

  static final Comparator<BalanceCycleRow> FARTHEST =
      Comparator.comparingDouble((BalanceCycleRow row) -> -Math.abs(row.affinity()) / row.sd())
          .thenComparing(BalanceReading::names);

  static final Comparator<BalanceBoundRow> LARGEST =
      Comparator.comparingDouble((BalanceBoundRow row) -> -row.bound())
          .thenComparing(BalanceBoundRow::source)
          .thenComparing(BalanceBoundRow::target);

  private final RowSource source;

  BalanceReading(RowSource source) {
    this.source = source;
  }

  BalanceRows rows() {
    List<LandscapeRow> landscapes = all(BalanceTables.LANDSCAPES);
    List<LandscapeRow> drawn = drawn(landscapes);
    return new BalanceRows(
        landscapes,
        potentials(drawn),
        transitions(drawn.stream().map(BalanceAgent::of).collect(Collectors.toSet())),
        all(BalanceTables.TESTS),
        cycles(),
        bounds(),
        all(BalanceTables.VOTES));
  }

  /**
   * Of each agent the landscape that is drawn: its steps', by attempts and exp where it is there.
   */
  static List<LandscapeRow> drawn(List<LandscapeRow> landscapes) {
    List<LandscapeRow> own = landscapes.stream().filter(row -> row.voteDraws() == null).toList();
    return own.stream()
        .map(BalanceAgent::of)
        .distinct()
        .sorted(BalanceAgent.ORDER)
        .limit(MOST_AGENTS)
        .map(
            agent ->
                own.stream()
                    .filter(row -> BalanceAgent.of(row).equals(agent))
                    .min(
                        Comparator.comparingInt((LandscapeRow row) -> MODES.indexOf(row.n0Mode()))
                            .thenComparingInt(row -> KERNELS.indexOf(row.kernel())))
                    .orElseThrow())
        .toList();
  }

  static boolean isOf(LandscapeRow landscape, PotentialRow row) {
    return row.voteDraws() == null
        && BalanceAgent.of(row).equals(BalanceAgent.of(landscape))
        && row.n0Mode().equals(landscape.n0Mode())
        && row.kernel().equals(landscape.kernel());
  }

  private <R extends Record> List<R> all(Table<R> table) {
    List<R> rows = new ArrayList<>();
    source.forEach(table, rows::add);
    return rows;
  }

  private List<PotentialRow> potentials(List<LandscapeRow> drawn) {
    List<PotentialRow> rows = new ArrayList<>();
    source.forEach(
        BalanceTables.POTENTIALS,
        row -> {
          if (drawn.stream().anyMatch(landscape -> isOf(landscape, row))) {
            rows.add(row);
          }
        });
    return rows;
  }

  private List<TransitionRow> transitions(Set<BalanceAgent> agents) {
    Map<TransitionRow, Long> counts = new HashMap<>();
    source.forEach(
        BalanceTables.TRANSITIONS,
        row -> {
          if (agents.contains(BalanceAgent.of(row))) {
            counts.merge(withCount(row, 0), row.count(), Long::sum);
          }
        });
    return counts.entrySet().stream()
        .map(entry -> withCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((TransitionRow row) -> BalanceAgent.of(row), BalanceAgent.ORDER)
                .thenComparing(TransitionRow::source)
                .thenComparing(
                    TransitionRow::target, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private static TransitionRow withCount(TransitionRow row, long count) {
    return new TransitionRow(
        row.runId(), row.experiment(), row.condition(), null, row.source(), row.target(), count);
  }

  private List<BalanceCycleRow> cycles() {
    Map<BalanceAgent, TopK<BalanceCycleRow>> some = new HashMap<>();
    Map<BalanceAgent, TopK<BalanceCycleRow>> farthest = new HashMap<>();
    source.forEach(
        BalanceTables.CYCLES,
        row -> {
          BalanceAgent agent = BalanceAgent.of(row);
          some.computeIfAbsent(agent, a -> new TopK<>(MOST_LOOPS, BY_HASH)).pass(row);
          farthest.computeIfAbsent(agent, a -> new TopK<>(FARTHEST_LOOPS, FARTHEST)).pass(row);
        });
    Set<BalanceCycleRow> rows = new LinkedHashSet<>();
    some.keySet().stream()
        .sorted(BalanceAgent.ORDER)
        .forEach(
            agent ->
                Stream.of(farthest.get(agent), some.get(agent))
                    .forEach(kept -> rows.addAll(kept.inOrder())));
    return List.copyOf(rows);
  }

  private List<BalanceBoundRow> bounds() {
    Map<BalanceAgent, TopK<BalanceBoundRow>> largest = new HashMap<>();
    source.forEach(
        BalanceTables.BOUNDS,
        row ->
            largest
                .computeIfAbsent(BalanceAgent.of(row), a -> new TopK<>(MOST_BOUNDS, LARGEST))
                .pass(row));
    return largest.keySet().stream()
        .sorted(BalanceAgent.ORDER)
        .flatMap(agent -> largest.get(agent).inOrder().stream())
        .toList();
  }

  /** Scattered, as names that are alike have hashes that are near. */
  static int scattered(int hash) {
    return Integer.reverse(hash * 0x9E3779B9);
  }

  private static int hash(BalanceCycleRow row) {
    return scattered(Objects.hash(row.first(), row.second(), row.third()));
  }

  private static String names(BalanceCycleRow row) {
    return String.join("\u0000", row.first(), row.second(), row.third());
  }
}
