package org.galton.study.worlds;

import java.util.List;
import java.util.Optional;
import org.galton.study.worlds.row.WorldHistoryRow;
import org.galton.study.worlds.row.WorldModelRow;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.WorldFault;
import org.galton.worldmodel.WorldProgram;
import org.galton.worldmodel.plan.View;
import org.galton.worldmodel.refine.Assessment;
import org.galton.worldmodel.refine.Refinement;
import org.galton.worldmodel.refine.Sight;
import org.galton.worldmodel.refine.Suites;
import org.galton.worldmodel.refine.Transition;
import org.galton.worldmodel.refine.UnitTest;

/** Has the programs of one attempt at a game written and refined, and tests them in the end. */
final class Synthesis {
  private static final String OPEN = "open";
  private static final String CLOSED = "closed";

  private final WorldsRequest request;
  private final String run;
  private final Authors authors;
  private final Game game;
  private final int number;
  private final long seed;
  private final List<List<Transition>> shown;
  private final List<List<Transition>> unseen;

  /**
   * @param number of the attempt, from 1
   */
  Synthesis(WorldsRequest request, String run, Authors authors, Game game, int number) {
    this.request = request;
    this.run = run;
    this.authors = authors;
    this.game = game;
    this.number = number;
    this.seed = request.seed() + number;
    this.shown = Transition.games(game, request.shown(), seed, "shown");
    this.unseen = Transition.games(game, request.unseen(), request.seed(), "unseen");
  }

  Written run() {
    if (request.closedDeck() && game.hides()) {
      return closedDeck();
    }
    WorldModelRow rules = rules();
    return new Written(
        game, rules, game.hides() ? Optional.of(histories(rules.program())) : Optional.empty());
  }

  private static List<Transition> steps(List<List<Transition>> games) {
    return games.stream().flatMap(List::stream).toList();
  }

  private WorldModelRow rules() {
    Refinement.Result refined =
        Refinement.run(
            game.id(),
            authors.ofRules(game, steps(shown), seed),
            Suites.rules(game, UnitTest.of(game.start(), steps(shown))),
            request.budget(),
            seed);
    List<UnitTest> tests = UnitTest.of(game.start(), steps(unseen));
    List<UnitTest> next =
        tests.stream().filter(test -> test.kind() == UnitTest.Kind.NEXT_STATE).toList();
    return row(
        OPEN,
        refined,
        Assessment.of(Suites.rules(game, tests), refined.program()),
        Assessment.of(Suites.rules(game, next), refined.program()));
  }

  private WorldModelRow row(
      String deck, Refinement.Result refined, Assessment all, Assessment transitions) {
    return new WorldModelRow(
        run,
        game.id(),
        authors.name(),
        number,
        deck,
        refined.calls(),
        refined.assessment().tests(),
        refined.assessment().passed(),
        all.tests(),
        all.passed(),
        transitions.tests(),
        transitions.passed(),
        refined.program());
  }

  /** Played in the rules that the author wrote, not in the game's own. */
  private WorldHistoryRow histories(String rules) {
    List<View> views = Sight.of(shown);
    List<View> others = Sight.of(unseen);
    WorldProgram world;
    try {
      world = WorldProgram.read(game, rules);
    } catch (WorldFault e) {
      return historyRow(OPEN, 0, none(views), none(others), "");
    }
    Refinement.Result refined =
        Refinement.run(
            game.id() + " histories",
            authors.ofHistories(game, steps(shown), seed),
            Suites.histories(world, views),
            request.budget(),
            seed);
    return historyRow(
        OPEN,
        refined.calls(),
        refined.assessment(),
        Assessment.of(Suites.histories(world, others), refined.program()),
        refined.program());
  }

  private static Assessment none(List<View> views) {
    return new Assessment(views.size(), 0, Optional.empty());
  }

  private WorldHistoryRow historyRow(
      String deck, int calls, Assessment tests, Assessment unseenTests, String program) {
    return new WorldHistoryRow(
        run,
        game.id(),
        authors.name(),
        number,
        deck,
        calls,
        tests.tests(),
        tests.passed(),
        unseenTests.tests(),
        unseenTests.passed(),
        program);
  }

  private Written closedDeck() {
    List<View> views = Sight.of(shown);
    List<View> others = Sight.of(unseen);
    Refinement.Result refined =
        Refinement.run(
            game.id() + " closed deck",
            authors.ofClosedDeck(game, views, seed),
            Suites.closedDeck(game, views, request.shown()),
            request.budget(),
            seed);
    String program = refined.program();
    WorldModelRow rules =
        row(
            CLOSED,
            refined,
            Assessment.of(Suites.closedDeck(game, others, request.unseen()), program),
            new Assessment(0, 0, Optional.empty()));
    return new Written(
        game,
        rules,
        Optional.of(
            historyRow(
                CLOSED,
                refined.calls(),
                Assessment.of(Suites.roundTrips(game, views), program),
                Assessment.of(Suites.roundTrips(game, others), program),
                program)));
  }
}
