package org.galton.worldmodel.plan;

import java.util.List;
import java.util.Optional;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;
import org.galton.worldmodel.WorldFault;

/**
 * States by a program that draws histories, played in a game or in a program that models it. A
 * state that it gives lies in the support of the posterior; how often it gives it is the program's
 * affair.
 */
public record ResampledHistory(Game game, HistoryProgram histories) implements HiddenStates {
  @Override
  public Optional<GameState> draw(View view, PortableStream random) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        return Optional.of(once(view, random));
      } catch (WorldFault e) {
        // Another history may fit.
      }
    }
    return Optional.empty();
  }

  /**
   * In one try.
   *
   * @throws WorldFault which says where the history does not give what the player saw
   */
  public GameState once(View view, PortableStream random) {
    List<String> history = histories.draw(view, random);
    if (history.size() != view.events().size()) {
      throw new WorldFault(
          "%d actions for %d events".formatted(history.size(), view.events().size()));
    }
    GameState state = game.start();
    for (int i = 0; i < history.size(); i++) {
      String action = history.get(i);
      View.Event event = view.events().get(i);
      if (!event.own().isEmpty() && !event.own().equals(action)) {
        throw new WorldFault(
            "event %d: action '%s', the player did '%s'".formatted(i, action, event.own()));
      }
      if (!state.legal().contains(action)) {
        throw new WorldFault("event %d: action '%s' is not legal".formatted(i, action));
      }
      state = state.after(action);
      String seen = state.observations().get(view.seat());
      if (!seen.equals(event.seen())) {
        throw new WorldFault(
            "event %d: after action '%s' the player sees '%s', it saw '%s'"
                .formatted(i, action, seen, event.seen()));
      }
    }
    int turn = view.legal().isEmpty() ? GameState.OVER : view.seat();
    if (state.player() != turn) {
      throw new WorldFault(
          "after all events it is the turn of %d, it was that of %d"
              .formatted(state.player(), turn));
    }
    return state;
  }
}
