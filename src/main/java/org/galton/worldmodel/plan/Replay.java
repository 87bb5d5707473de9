package org.galton.worldmodel.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;

/**
 * Plays a game again: at each event each action after which the player sees what it saw is as
 * likely. Such a state is possible; its chance is not that of the posterior, since opponents'
 * reasons are not asked. Where a path leads nowhere it begins anew. Where much is hidden and shown
 * later, nearly all paths lead nowhere.
 */
record Replay(Game game) implements HiddenStates {
  @Override
  public Optional<GameState> draw(View view, PortableStream random) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      GameState state = game.start();
      boolean open = true;
      for (int i = 0; i < view.events().size() && open; i++) {
        List<GameState> fitting = fitting(state, view.seat(), view.events().get(i));
        open = !fitting.isEmpty();
        state = open ? fitting.get(random.below(fitting.size())) : state;
      }
      if (open && state.player() == view.seat()) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  private static List<GameState> fitting(GameState state, int seat, View.Event event) {
    List<String> actions = event.own().isEmpty() ? state.legal() : List.of(event.own());
    List<GameState> fitting = new ArrayList<>();
    for (String action : actions) {
      GameState next = state.after(action);
      if (next.observations().get(seat).equals(event.seen())) {
        fitting.add(next);
      }
    }
    return fitting;
  }
}
