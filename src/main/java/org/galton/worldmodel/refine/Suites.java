package org.galton.worldmodel.refine;

import java.util.ArrayList;
import java.util.List;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.WorldProgram;
import org.galton.worldmodel.plan.HistoryProgram;
import org.galton.worldmodel.plan.View;

/** The tests of programs. */
public final class Suites {
  private Suites() {}

  /** Of the rules, by states that were seen. */
  public static Suite<WorldProgram> rules(Game game, List<UnitTest> tests) {
    return new Suite<>(text -> WorldProgram.read(game, text), List.copyOf(tests));
  }

  /**
   * Of histories: a round trip for each view.
   *
   * @param world in which they are played
   */
  public static Suite<Model> histories(WorldProgram world, List<View> views) {
    return new Suite<>(
        text -> new Model(world, HistoryProgram.read(text)), RoundTrip.of(views, false));
  }

  /** Round trips alone, of rules and histories in one program. */
  public static Suite<Model> roundTrips(Game game, List<View> views) {
    return new Suite<>(text -> both(game, text), RoundTrip.of(views, false));
  }

  private static Model both(Game game, String text) {
    return new Model(WorldProgram.read(game, text), HistoryProgram.read(text));
  }

  /**
   * Of rules and histories in one program where hidden states are never shown (a closed deck): a
   * round trip for each view, with the player's legal actions, and random play. Rewards are not
   * tested, because those of a drawn state may differ from those of the real one.
   *
   * @param games of random play
   */
  public static Suite<Model> closedDeck(Game game, List<View> views, int games) {
    List<Check<Model>> checks = new ArrayList<>(RoundTrip.of(views, true));
    checks.addAll(RandomPlay.of(games));
    return new Suite<>(text -> both(game, text), checks);
  }
}
