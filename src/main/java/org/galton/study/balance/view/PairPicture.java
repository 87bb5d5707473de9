package org.galton.study.balance.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.TransitionRow;

/**
 * Pairs of the largest component with two moves or more each way: ln T(f→g)/T(g→f) against V(f) −
 * V(g), times beta, which are the same in balance.
 */
record PairPicture(String title, Data data, String alternative, String note) {
  private static final int FEWEST_MOVES = 2;
  private static final int MOST_PAIRS = 400;

  /** What the script draws. */
  record Data(List<Pair> pairs) {}

  /**
   * @param fall beta (V(f) − V(g)) of the way that leads down
   * @param sd of the ratio
   */
  record Pair(String name, double fall, double ratio, double sd, List<Fact> facts) {}

  private record Ends(String from, String to) {}

  static PairPicture of(AgentMoves agent, String name) {
    List<Pair> pairs = pairs(agent);
    List<Pair> drawn =
        pairs.stream()
            .sorted(
                Comparator.comparingInt(
                        (Pair pair) -> BalanceReading.scattered(Objects.hash(pair.name())))
                    .thenComparing(Pair::name))
            .limit(MOST_PAIRS)
            .toList();
    String note = note(agent.landscape(), drawn.size(), pairs.size());
    return new PairPicture(name, new Data(drawn), "%s: %s".formatted(name, note), note);
  }

  public boolean isDrawn() {
    return !data.pairs().isEmpty();
  }

  private static List<Pair> pairs(AgentMoves agent) {
    Map<Ends, TransitionRow> moves = new HashMap<>();
    agent.moves().forEach(move -> moves.put(new Ends(move.source(), move.target()), move));
    List<Pair> pairs = new ArrayList<>();
    for (TransitionRow move : agent.moves()) {
      TransitionRow back = moves.get(new Ends(move.target(), move.source()));
      Optional<Double> fall = fall(agent, move);
      if (back != null
          && fall.isPresent()
          && goesDown(move, fall.get())
          && Math.min(move.count(), back.count()) >= FEWEST_MOVES) {
        pairs.add(pair(agent, move, back, fall.get()));
      }
    }
    return pairs;
  }

  /** Takes each pair once: the way down, or of a flat one the way in the order of names. */
  private static boolean goesDown(TransitionRow move, double fall) {
    return fall > 0 || (fall == 0 && move.source().compareTo(move.target()) < 0);
  }

  private static Optional<Double> fall(AgentMoves agent, TransitionRow move) {
    Optional<Double> from = potential(agent, move.source());
    Optional<Double> to = potential(agent, move.target());
    return from.isEmpty() || to.isEmpty() ? Optional.empty() : Optional.of(from.get() - to.get());
  }

  private static Optional<Double> potential(AgentMoves agent, String state) {
    return agent
        .state(state)
        .filter(row -> row.component() != null && row.component() == 0)
        .map(PotentialRow::potential);
  }

  private static Pair pair(AgentMoves agent, TransitionRow move, TransitionRow back, double fall) {
    double ratio = Math.log((double) move.count() / back.count());
    double divisors =
        agent
            .divisor(back.source())
            .flatMap(to -> agent.divisor(move.source()).map(from -> Math.log(to / from)))
            .orElse(0.0);
    Double beta = agent.landscape().beta();
    return new Pair(
        "%s → %s".formatted(BalanceNames.state(move.source()), BalanceNames.state(move.target())),
        beta == null ? fall : beta * fall,
        ratio + divisors,
        Math.sqrt(1.0 / move.count() + 1.0 / back.count()),
        List.of(
            new Fact("V falls by", Figures.nats(fall)),
            new Fact("ln of the ratio", Figures.nats(ratio + divisors)),
            new Fact("moves", Figures.count(move.count())),
            new Fact("moves back", Figures.count(back.count()))));
  }

  private static String note(LandscapeRow row, int drawn, int all) {
    String rule = BalanceNames.rule(row);
    if (all == 0) {
      return "No pair of the largest component was counted twice or more both ways.";
    }
    String shown =
        drawn < all
            ? "%s of %s pairs, taken by chance".formatted(Figures.count(drawn), Figures.count(all))
            : "%s pairs".formatted(Figures.count(all));
    return "%s; %s. %s%s"
        .formatted(
            shown,
            rule,
            row.pairR() == null
                ? ""
                : "r through the origin %s, mean square of the difference %s."
                    .formatted(Figures.bits(row.pairR()), Figures.bits(row.pairMeanSquare())),
            row.pairWeightedMeanSquare() == null
                ? ""
                : " Over its variance %s.".formatted(Figures.nats(row.pairWeightedMeanSquare())));
  }
}
