package org.galton.study.balance.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.TransitionRow;

/**
 * One agent's landscape with its states and the moves between different ones.
 *
 * @param wells states of the largest component that have a potential, lowest first
 */
record AgentMoves(
    LandscapeRow landscape,
    Map<String, PotentialRow> states,
    List<PotentialRow> wells,
    List<TransitionRow> moves,
    Map<String, Long> outgoing) {

  /** A state may be there that its potentials leave out: it has no row and no component. */
  static AgentMoves of(LandscapeRow landscape, BalanceRows rows) {
    Map<String, PotentialRow> states = new HashMap<>();
    rows.potentials().stream()
        .filter(row -> BalanceReading.isOf(landscape, row))
        .forEach(row -> states.put(row.state(), row));
    List<TransitionRow> moves =
        rows.transitions().stream()
            .filter(row -> BalanceAgent.of(row).equals(BalanceAgent.of(landscape)))
            .filter(row -> row.target() != null && !row.target().equals(row.source()))
            .toList();
    return new AgentMoves(
        landscape,
        states,
        states.values().stream()
            .filter(row -> row.potential() != null && row.component() == 0)
            .sorted(
                Comparator.comparingDouble(PotentialRow::potential)
                    .thenComparing(PotentialRow::state))
            .toList(),
        moves,
        moves.stream()
            .collect(
                Collectors.groupingBy(
                    TransitionRow::source, Collectors.summingLong(TransitionRow::count))));
  }

  BalanceAgent agent() {
    return BalanceAgent.of(landscape);
  }

  Optional<PotentialRow> state(String name) {
    return Optional.ofNullable(states.get(name));
  }

  /**
   * N0 of a state, where its rows tell it: under {@code uniform} it is the same for all, so that
   * ratios of moves need none.
   */
  Optional<Double> divisor(String state) {
    return switch (landscape.n0Mode()) {
      case "attempts" -> state(state).map(PotentialRow::attempts).map(Long::doubleValue);
      case "outgoing" -> Optional.ofNullable(outgoing.get(state)).map(Long::doubleValue);
      default -> Optional.empty();
    };
  }

  /** T of a move; empty where its divisor is not told. */
  Optional<Double> probability(TransitionRow move) {
    return divisor(move.source()).map(divisor -> Math.min(1, move.count() / divisor));
  }
}
