package org.galton.worldmodel.plan;

import java.io.Serializable;
import org.galton.worldmodel.Game;

/**
 * Games of one player against another; they take turns at the first seat. Who has the larger reward
 * wins.
 *
 * @param games that were played
 * @param wins of the first player
 * @param losses of the first player, forfeits among them
 * @param forfeits games that the first player lost by an action that is not legal
 * @param otherForfeits games that it won so
 * @param reward of the first player, summed over games
 * @param otherReward of the other
 */
public record Match(
    int games,
    int wins,
    int draws,
    int losses,
    int forfeits,
    int otherForfeits,
    long reward,
    long otherReward)
    implements Serializable {
  public static final Match NONE = new Match(0, 0, 0, 0, 0, 0, 0, 0);

  /** Of games from number 0. */
  public static Match play(Game game, Player first, Player second, int games, long seed) {
    return play(game, first, second, 0, games, seed);
  }

  /**
   * Plays games with two players.
   *
   * @param from number of the first game: a game goes the same way in whatever part it is played
   * @param seed fixes chance and the random numbers of both players
   */
  public static Match play(Game game, Player first, Player second, int from, int games, long seed) {
    Match all = NONE;
    for (int number = from; number < from + games; number++) {
      GameInPlay played = new GameInPlay(game, number, seed);
      while (!played.over()) {
        played.play(played.isFirstsTurn() ? first : second);
      }
      all = all.plus(played.ended());
    }
    return all;
  }

  public Match plus(Match other) {
    return new Match(
        games + other.games,
        wins + other.wins,
        draws + other.draws,
        losses + other.losses,
        forfeits + other.forfeits,
        otherForfeits + other.otherForfeits,
        reward + other.reward,
        otherReward + other.otherReward);
  }

  /** Games that nobody forfeited. */
  public int playedOut() {
    return games - forfeits - otherForfeits;
  }

  /** Wins among them. */
  public int winsPlayedOut() {
    return wins - otherForfeits;
  }
}
