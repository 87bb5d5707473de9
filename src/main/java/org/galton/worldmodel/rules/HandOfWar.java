package org.galton.worldmodel.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;

/**
 * A small game of war with hands of cards, by rules of our own: the paper on code world models
 * (arXiv 2510.04542) has a game of this name that captures cards, whose rules were not at hand.
 *
 * <p>Twelve cards, ranks 1 to 6 in two suits. Each of two players holds {@link #HAND} hidden cards.
 * In a trick the first player puts a card face down, the second one, without seeing it, another;
 * both are turned over. The higher rank takes both and all cards on the table; equal ranks stay on
 * the table, which is war. Then each draws a card while there are any. After six tricks who took
 * more cards wins; cards left on the table are nobody's.
 */
public final class HandOfWar implements Game {
  static final int HAND = 3;

  private static final List<String> DECK =
      List.of("1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b", "5a", "5b", "6a", "6b");

  @Override
  public String id() {
    return "hand-of-war";
  }

  @Override
  public String rules() {
    return RulesText.of(id());
  }

  @Override
  public int players() {
    return 2;
  }

  @Override
  public boolean hides() {
    return true;
  }

  @Override
  public double stake() {
    return 1;
  }

  @Override
  public GameState start() {
    return new State(List.of(List.of(), List.of()), List.of(), List.of(0L, 0L), 0);
  }

  /**
   * @param hands by seat, in the order in which they were drawn
   * @param plays cards that were put down, first and second player in turn
   * @param taken number of cards by seat
   * @param table number of cards that a war left there
   */
  private record State(List<List<String>> hands, List<String> plays, List<Long> taken, long table)
      implements GameState {

    @Override
    public int player() {
      if (plays.size() % 2 == 1) {
        return 1;
      }
      int held = hands.get(0).size() + hands.get(1).size();
      if (held < 2 * HAND && held + plays.size() < DECK.size()) {
        return CHANCE;
      }
      return held == 0 ? OVER : 0;
    }

    @Override
    public List<String> legal() {
      int player = player();
      if (player == OVER) {
        return List.of();
      }
      return player == CHANCE
          ? DECK.stream()
              .filter(card -> !plays.contains(card))
              .filter(card -> hands.stream().noneMatch(hand -> hand.contains(card)))
              .toList()
          : hands.get(player);
    }

    @Override
    public GameState after(String action) {
      if (!legal().contains(action)) {
        throw new IllegalArgumentException("Illegal action '%s'".formatted(action));
      }
      int player = player();
      if (player == CHANCE) {
        int seat = hands.get(0).size() <= hands.get(1).size() ? 0 : 1;
        return new State(with(seat, plus(hands.get(seat), action)), plays, taken, table);
      }
      List<String> left = new ArrayList<>(hands.get(player));
      left.remove(action);
      List<List<String>> held = with(player, List.copyOf(left));
      List<String> put = plus(plays, action);
      return player == 0
          ? new State(held, put, taken, table)
          : turned(held, put, rank(put.get(put.size() - 2)) - rank(action));
    }

    private State turned(List<List<String>> held, List<String> put, int order) {
      if (order == 0) {
        return new State(held, put, taken, table + 2);
      }
      List<Long> more = new ArrayList<>(taken);
      int winner = order > 0 ? 0 : 1;
      more.set(winner, more.get(winner) + table + 2);
      return new State(held, put, List.copyOf(more), 0);
    }

    private static int rank(String card) {
      return card.charAt(0) - '0';
    }

    private List<List<String>> with(int seat, List<String> hand) {
      return seat == 0 ? List.of(hand, hands.get(1)) : List.of(hands.get(0), hand);
    }

    private static List<String> plus(List<String> items, String more) {
      List<String> all = new ArrayList<>(items);
      all.add(more);
      return List.copyOf(all);
    }

    @Override
    public List<String> observations() {
      return List.of(observation(0), observation(1));
    }

    /** The own hand, the size of the other, cards put down, cards taken, cards on the table. */
    private String observation(int seat) {
      List<String> shown = new ArrayList<>(plays);
      if (plays.size() % 2 == 1 && seat == 1) {
        shown.set(plays.size() - 1, "?");
      }
      return String.join(
          "|",
          String.join(" ", hands.get(seat)),
          String.valueOf(hands.get(1 - seat).size()),
          String.join(" ", shown),
          taken.get(0) + " " + taken.get(1),
          String.valueOf(table));
    }

    @Override
    public List<Long> rewards() {
      long order = over() ? Long.signum(taken.get(0) - taken.get(1)) : 0;
      return List.of(order, -order);
    }

    @Override
    public Object value() {
      return Map.of("hands", hands, "plays", plays, "taken", taken, "table", table);
    }
  }
}
