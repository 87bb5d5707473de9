package org.galton.worldmodel.refine;

import java.util.ArrayList;
import java.util.List;
import org.galton.worldmodel.GameState;
import org.galton.worldmodel.plan.View;

/** What players know of games that were played, all that is hidden left out. */
public final class Sight {
  private Sight() {}

  /**
   * The views of each player at its own turns and at the end, where nothing is legal.
   *
   * @param games steps of each
   */
  public static List<View> of(List<List<Transition>> games) {
    List<View> views = new ArrayList<>();
    for (List<Transition> steps : games) {
      int players = steps.get(0).before().observations().size();
      List<List<View.Event>> events = new ArrayList<>();
      for (int seat = 0; seat < players; seat++) {
        events.add(new ArrayList<>());
      }
      for (Transition step : steps) {
        GameState before = step.before();
        for (int seat = 0; seat < players; seat++) {
          if (before.over() || before.player() == seat) {
            views.add(new View(seat, events.get(seat), before.legal()));
          }
          if (step.after() != null) {
            String own = before.player() == seat ? step.action() : "";
            events.get(seat).add(new View.Event(own, step.after().observations().get(seat)));
          }
        }
      }
    }
    return List.copyOf(views);
  }
}
