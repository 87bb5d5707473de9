package org.galton.worldmodel.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;

/**
 * Games of one player against another; they take turns at the first seat.
 *
 * @param games that were played
 * @param wins of the first player
 * @param losses of the first player, forfeits among them
 * @param forfeits games that the first player lost by an action that is not legal
 * @param otherForfeits games that it won so
 * @param reward of the first player, summed over games
 */
public record Match(
    int games, int wins, int draws, int losses, int forfeits, int otherForfeits, long reward)
    implements Serializable {

  /** How a game ended for the first player. */
  private record Ended(long reward, boolean forfeit, boolean otherForfeit) {}

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
    int wins = 0;
    int losses = 0;
    int forfeits = 0;
    int otherForfeits = 0;
    long reward = 0;
    for (int i = from; i < from + games; i++) {
      int seat = i % 2;
      List<Player> players = seat == 0 ? List.of(first, second) : List.of(second, first);
      Ended ended = game(game, players, seat, PortableStream.of(seed, game.id(), "match", i));
      wins += ended.reward() > 0 || ended.otherForfeit() ? 1 : 0;
      losses += ended.reward() < 0 || ended.forfeit() ? 1 : 0;
      forfeits += ended.forfeit() ? 1 : 0;
      otherForfeits += ended.otherForfeit() ? 1 : 0;
      reward += ended.reward();
    }
    return new Match(games, wins, games - wins - losses, losses, forfeits, otherForfeits, reward);
  }

  public Match plus(Match other) {
    return new Match(
        games + other.games,
        wins + other.wins,
        draws + other.draws,
        losses + other.losses,
        forfeits + other.forfeits,
        otherForfeits + other.otherForfeits,
        reward + other.reward);
  }

  private static Ended game(Game game, List<Player> players, int first, PortableStream random) {
    GameState state = game.start();
    List<List<View.Event>> events = new ArrayList<>();
    players.forEach(player -> events.add(new ArrayList<>()));
    while (!state.over()) {
      int seat = state.player();
      List<String> legal = state.legal();
      String action;
      if (seat == GameState.CHANCE) {
        action = legal.get(random.below(legal.size()));
      } else {
        action = players.get(seat).choose(new View(seat, events.get(seat), legal), random);
        if (!legal.contains(action)) {
          return new Ended(0, seat == first, seat != first);
        }
      }
      state = state.after(action);
      List<String> seen = state.observations();
      for (int i = 0; i < events.size(); i++) {
        events.get(i).add(new View.Event(i == seat ? action : "", seen.get(i)));
      }
    }
    return new Ended(state.rewards().get(first), false, false);
  }
}
