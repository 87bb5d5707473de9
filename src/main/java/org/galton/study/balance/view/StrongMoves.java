package org.galton.study.balance.view;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.TransitionRow;
import org.galton.study.balance.view.LandscapePicture.Arc;

/** The moves that a landscape's picture has room for. */
final class StrongMoves {
  private static final int MOST_ARCS = 200;

  private StrongMoves() {}

  /** Both ways of the pairs with most moves, strongest first. */
  static List<Arc> of(AgentMoves agent, List<PotentialRow> drawn, List<TransitionRow> moves) {
    Map<String, Integer> places = new HashMap<>();
    drawn.forEach(row -> places.put(row.state(), places.size()));
    Map<Set<String>, Long> pairs =
        moves.stream()
            .collect(
                Collectors.groupingBy(
                    move -> Set.copyOf(ends(move)), Collectors.summingLong(TransitionRow::count)));
    List<TransitionRow> strongest =
        moves.stream()
            .sorted(
                Comparator.comparing((TransitionRow move) -> -pairs.get(Set.copyOf(ends(move))))
                    .thenComparing(move -> Collections.min(ends(move)))
                    .thenComparing(move -> Collections.max(ends(move))))
            .limit(MOST_ARCS)
            .sorted(
                Comparator.comparingDouble((TransitionRow move) -> -strength(agent, move))
                    .thenComparing(TransitionRow::source)
                    .thenComparing(TransitionRow::target))
            .toList();
    double most = strongest.stream().mapToDouble(move -> strength(agent, move)).max().orElse(1);
    return strongest.stream()
        .map(
            move ->
                new Arc(
                    places.get(move.source()),
                    places.get(move.target()),
                    strength(agent, move) / most,
                    facts(agent, move)))
        .toList();
  }

  private static List<String> ends(TransitionRow move) {
    return List.of(move.source(), move.target());
  }

  /** T, or the number of moves where N0 is the same for all. */
  private static double strength(AgentMoves agent, TransitionRow move) {
    return agent.probability(move).orElse((double) move.count());
  }

  private static List<Fact> facts(AgentMoves agent, TransitionRow move) {
    return Stream.concat(
            agent.probability(move).map(t -> new Fact("T", Figures.bits(t))).stream(),
            Stream.of(new Fact("moves", Figures.count(move.count()))))
        .toList();
  }
}
