package org.galton.worldmodel.refine;

import java.util.ArrayList;
import java.util.List;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;

/**
 * A step of a game that was played.
 *
 * @param action empty where the game is over
 * @param after null where the game is over
 */
public record Transition(GameState before, String action, GameState after) {

  /** All steps of games in which every player draws from its legal actions. */
  public static List<Transition> ofGames(Game game, int games, long seed, String purpose) {
    return games(game, games, seed, purpose).stream().flatMap(List::stream).toList();
  }

  /** The same, game by game. */
  public static List<List<Transition>> games(Game game, int games, long seed, String purpose) {
    List<List<Transition>> all = new ArrayList<>();
    for (int i = 0; i < games; i++) {
      PortableStream random = PortableStream.of(seed, game.id(), purpose, i);
      List<Transition> steps = new ArrayList<>();
      GameState state = game.start();
      while (!state.over()) {
        List<String> legal = state.legal();
        String action = legal.get(random.below(legal.size()));
        GameState next = state.after(action);
        steps.add(new Transition(state, action, next));
        state = next;
      }
      steps.add(new Transition(state, "", null));
      all.add(List.copyOf(steps));
    }
    return List.copyOf(all);
  }
}
