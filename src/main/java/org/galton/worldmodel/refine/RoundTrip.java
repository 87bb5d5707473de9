package org.galton.worldmodel.refine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.GameState;
import org.galton.worldmodel.WorldFault;
import org.galton.worldmodel.plan.View;

/**
 * Whether a history that a program draws gives, played in the rules, what a player saw: each action
 * is legal and each observation the same, and then it is that player's turn. There is one draw and
 * no second try. The share of these that pass is the inference accuracy.
 *
 * @param number fixes the random numbers of the draw
 * @param legal whether the player's legal actions must be the same too
 */
record RoundTrip(View view, int number, boolean legal) implements Check<Model> {

  /** One for each view. */
  static List<Check<Model>> of(List<View> views, boolean legal) {
    List<Check<Model>> all = new ArrayList<>();
    for (View view : views) {
      all.add(new RoundTrip(view, all.size(), legal));
    }
    return all;
  }

  @Override
  public Optional<Failure> failure(Model program) {
    try {
      GameState state =
          program.hidden().once(view, PortableStream.of(0, "round trip", "draw", number));
      if (legal && !new HashSet<>(state.legal()).equals(new HashSet<>(view.legal()))) {
        return failed("legal " + state.legal());
      }
      return Optional.empty();
    } catch (WorldFault e) {
      return failed(e.getMessage());
    }
  }

  private Optional<Failure> failed(String found) {
    return Optional.of(
        new Failure(
            "a history of player %d that saw %s".formatted(view.seat(), view.events()),
            legal ? "these observations, then legal " + view.legal() : "these observations",
            found));
  }
}
