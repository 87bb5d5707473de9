package org.galton.worldmodel.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;

/** A game of a match as it goes on; chance moves by itself. */
public final class GameInPlay {
  private final int first;
  private final PortableStream random;
  private final List<List<View.Event>> events = new ArrayList<>();
  private GameState state;
  private OptionalInt forfeit = OptionalInt.empty();

  /**
   * @param number of the game in its match; in each second one the match's first player has the
   *     second seat
   * @param seed fixes chance and the random numbers of both players
   */
  public GameInPlay(Game game, int number, long seed) {
    this.first = number % 2;
    this.random = PortableStream.of(seed, game.id(), "match", number);
    this.state = game.start();
    for (int seat = 0; seat < game.players(); seat++) {
      events.add(new ArrayList<>());
    }
    chance();
  }

  public boolean over() {
    return forfeit.isPresent() || state.over();
  }

  /** Whether it is the turn of the match's first player. */
  public boolean isFirstsTurn() {
    return state.player() == first;
  }

  /** What the player knows whose turn it is. */
  public View view() {
    int seat = state.player();
    return new View(seat, events.get(seat), state.legal());
  }

  /** Lets a player act. */
  public void play(Player player) {
    play(player.choose(view(), random));
  }

  /**
   * @param action of the player whose turn it is; one that is not legal forfeits the game
   */
  public void play(String action) {
    int seat = state.player();
    if (state.legal().contains(action)) {
      step(seat, action);
      chance();
    } else {
      forfeit = OptionalInt.of(seat);
    }
  }

  private void chance() {
    while (state.player() == GameState.CHANCE) {
      List<String> legal = state.legal();
      step(GameState.CHANCE, legal.get(random.below(legal.size())));
    }
  }

  private void step(int seat, String action) {
    state = state.after(action);
    List<String> seen = state.observations();
    for (int i = 0; i < events.size(); i++) {
      events.get(i).add(new View.Event(i == seat ? action : "", seen.get(i)));
    }
  }

  /** How it ended, as a match of one game. A forfeit has no reward. */
  public Match ended() {
    if (forfeit.isPresent()) {
      boolean own = forfeit.getAsInt() == first;
      return new Match(1, own ? 0 : 1, 0, own ? 1 : 0, own ? 1 : 0, own ? 0 : 1, 0, 0);
    }
    long reward = state.rewards().get(first);
    long other = state.rewards().get(1 - first);
    return new Match(
        1,
        reward > other ? 1 : 0,
        reward == other ? 1 : 0,
        reward < other ? 1 : 0,
        0,
        0,
        reward,
        other);
  }
}
