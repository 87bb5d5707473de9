package org.galton.game;

import java.io.Serializable;
import java.util.List;

/**
 * Rules of a group binary search (Goldstone, Roberts, Gureckis 2008; as put to language models by
 * Riedl, arXiv 2510.05174). In every round each player names a number without seeing the others'.
 * The group wins when the sum (or mean) of the numbers is the hidden target; all are told whether
 * it was too low or too high.
 *
 * @param players 2 to 20
 * @param rounds most rounds of a game, 1 to 100
 */
public record GroupSearch(Condition condition, Mode mode, Style style, int players, int rounds)
    implements Serializable {
  public static final int MOST_PLAYERS = Personas.COUNT;
  public static final int MOST_ROUNDS = 100;

  public GroupSearch {
    require("players", players, 2, MOST_PLAYERS);
    require("rounds", rounds, 1, MOST_ROUNDS);
  }

  /** Ten plain players, at most twenty rounds, in prose. */
  public static GroupSearch defaults() {
    return new GroupSearch(Condition.PLAIN, Mode.SUM, Style.PROSE, 10, 20);
  }

  public GroupSearch withCondition(Condition other) {
    return new GroupSearch(other, mode, style, players, rounds);
  }

  public GroupSearch withMode(Mode other) {
    return new GroupSearch(condition, other, style, players, rounds);
  }

  public GroupSearch withStyle(Style other) {
    return new GroupSearch(condition, mode, other, players, rounds);
  }

  public GroupSearch withPlayers(int other) {
    return new GroupSearch(condition, mode, style, other, rounds);
  }

  public GroupSearch withRounds(int other) {
    return new GroupSearch(condition, mode, style, players, other);
  }

  /** Whether these rounds are a whole game. */
  boolean isOver(List<SearchRound> played) {
    return played.size() == rounds
        || (!played.isEmpty() && played.get(played.size() - 1).feedback() == Feedback.CORRECT);
  }

  private static void require(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "Invalid %s %d: expected a number from %d to %d".formatted(key, value, least, most));
    }
  }
}
