package org.galton.worldmodel.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;

/**
 * Leduc poker (Southey and others, 2005): six cards, jack, queen and king twice. Each of two
 * players puts in one chip and gets a card; a round of betting by 2, a card for all to see, a round
 * by 4; at most two raises a round. A pair with the open card wins, else the higher card; equal
 * cards share.
 */
public final class Leduc implements Game {
  private static final List<String> DECK = List.of("J1", "J2", "Q1", "Q2", "K1", "K2");
  private static final String RANKS = "JQK";
  private static final int MOST_RAISES = 2;

  @Override
  public String id() {
    return "leduc";
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

  /** One chip, two raises by 2 and two by 4. */
  @Override
  public double stake() {
    return 13;
  }

  @Override
  public GameState start() {
    return new State(List.of(), List.of(""), List.of(1L, 1L), "");
  }

  /**
   * @param cards dealt: of the players by seat, then the open one
   * @param rounds what was done in each round: f, c and r
   * @param chips put in by seat
   * @param folded who gave up, as a digit; empty while nobody did
   */
  private record State(List<String> cards, List<String> rounds, List<Long> chips, String folded)
      implements GameState {

    @Override
    public int player() {
      if (!folded.isEmpty()) {
        return OVER;
      }
      if (cards.size() < 2) {
        return CHANCE;
      }
      String round = rounds.get(rounds.size() - 1);
      if (isDone(round)) {
        return rounds.size() == 2 ? OVER : CHANCE;
      }
      return round.length() % 2;
    }

    /** Both have called, or one has answered a raise. */
    private static boolean isDone(String round) {
      return round.length() >= 2 && round.endsWith("c");
    }

    private static int raises(String round) {
      return (int) round.chars().filter(c -> c == 'r').count();
    }

    @Override
    public List<String> legal() {
      int player = player();
      if (player == OVER) {
        return List.of();
      }
      if (player == CHANCE) {
        return DECK.stream().filter(card -> !cards.contains(card)).toList();
      }
      String round = rounds.get(rounds.size() - 1);
      List<String> legal = new ArrayList<>();
      if (round.endsWith("r")) {
        legal.add("fold");
      }
      legal.add("call");
      if (raises(round) < MOST_RAISES) {
        legal.add("raise");
      }
      return legal;
    }

    @Override
    public GameState after(String action) {
      if (!legal().contains(action)) {
        throw new IllegalArgumentException("Illegal action '%s'".formatted(action));
      }
      int player = player();
      if (player == CHANCE) {
        List<String> dealt = with(cards, action);
        return new State(dealt, dealt.size() == 3 ? with(rounds, "") : rounds, chips, folded);
      }
      int last = rounds.size() - 1;
      List<String> told = new ArrayList<>(rounds);
      told.set(last, rounds.get(last) + action.charAt(0));
      List<Long> put = new ArrayList<>(chips);
      long other = chips.get(1 - player);
      switch (action) {
        case "call" -> put.set(player, other);
        case "raise" -> put.set(player, other + (last == 0 ? 2 : 4));
        default -> {}
      }
      return new State(
          cards,
          List.copyOf(told),
          List.copyOf(put),
          action.equals("fold") ? String.valueOf(player) : folded);
    }

    private static List<String> with(List<String> items, String more) {
      List<String> all = new ArrayList<>(items);
      all.add(more);
      return List.copyOf(all);
    }

    @Override
    public List<String> observations() {
      return List.of(observation(0), observation(1));
    }

    private String observation(int seat) {
      String own = cards.size() > seat ? cards.get(seat) : "";
      String open = cards.size() > 2 ? cards.get(2) : "";
      return own + " " + open + " " + String.join("/", rounds);
    }

    @Override
    public List<Long> rewards() {
      if (!over()) {
        return List.of(0L, 0L);
      }
      int winner = winner();
      if (winner < 0) {
        return List.of(0L, 0L);
      }
      long won = chips.get(1 - winner);
      return winner == 0 ? List.of(won, -won) : List.of(-won, won);
    }

    /** -1 where both have cards of the same rank. */
    private int winner() {
      if (!folded.isEmpty()) {
        return 1 - Integer.parseInt(folded);
      }
      int order = Integer.compare(strength(0), strength(1));
      return order == 0 ? -1 : order > 0 ? 0 : 1;
    }

    private int strength(int seat) {
      int rank = RANKS.indexOf(cards.get(seat).charAt(0));
      return cards.get(2).charAt(0) == cards.get(seat).charAt(0) ? 3 : rank;
    }

    @Override
    public Object value() {
      return Map.of("cards", cards, "rounds", rounds, "chips", chips, "folded", folded);
    }
  }
}
