package org.galton.worldmodel.refine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Optional;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.WorldProgram;
import org.galton.worldmodel.plan.View;
import org.galton.worldmodel.rules.Games;
import org.galton.worldmodel.rules.Leduc;
import org.galton.worldmodel.rules.RowGame;
import org.junit.jupiter.api.Test;

final class RefinementTest {
  private static final Game GAME = RowGame.ticTacToe();
  private static final List<UnitTest> TESTS =
      UnitTest.of(GAME.start(), Transition.ofGames(GAME, 5, 1, "seen"));

  @Test
  void beliefsHaveThePublishedMeans() {
    // (1 + 5 h) / (7 + failed), by hand.
    assertThat(Refinement.meanBelief(.9, 0)).isEqualTo(.785714, offset(5e-7));
    assertThat(Refinement.meanBelief(.9, 4)).isEqualTo(.5, offset(1e-12));
    assertThat(Refinement.meanBelief(1, 0)).isEqualTo(.857143, offset(5e-7));
  }

  @Test
  void anAuthorThatRepairsReachesAllTests() {
    Author author = new CalibratedAuthor(Games.program(GAME), 5, .8, .1, 3);
    Refinement.Result result = Refinement.run(GAME.id(), author, Suites.rules(GAME, TESTS), 200, 3);
    assertThat(result.assessment().accuracy()).isEqualTo(1);
    assertThat(result.calls()).isBetween(2, 200);
    assertThat(result.best()).hasSize(result.calls()).isSorted();
    assertThat(result.best().get(0)).isLessThan(1);
  }

  @Test
  void anAuthorThatRepairsNothingUsesUpItsBudget() {
    Author author = new CalibratedAuthor(Games.program(GAME), 5, 0, 0, 3);
    Refinement.Result result = Refinement.run(GAME.id(), author, Suites.rules(GAME, TESTS), 20, 3);
    assertThat(result.calls()).isEqualTo(20);
    assertThat(result.assessment().accuracy()).isLessThan(1);
    assertThat(result.assessment().firstFailure()).isPresent();
  }

  @Test
  void theSameSeedRefinesAlike() {
    assertThat(refined(new Leduc(), 9)).isEqualTo(refined(new Leduc(), 9));
  }

  private static Refinement.Result refined(Game game, long seed) {
    Author author = new CalibratedAuthor(Games.program(game), 4, .5, .2, seed);
    List<UnitTest> tests = UnitTest.of(game.start(), Transition.ofGames(game, 5, seed, "seen"));
    return Refinement.run(game.id(), author, Suites.rules(game, tests), 50, seed);
  }

  @Test
  void anAuthorRefinesWhatDrawsHistories() {
    Game game = new Leduc();
    WorldProgram world = WorldProgram.read(game, Games.program(game));
    List<View> views = Sight.of(Transition.games(game, 5, 2, "seen"));
    Suite<Model> suite = Suites.histories(world, views);
    Author author = new CalibratedAuthor(Games.historyProgram(game), 5, .8, .1, 3);
    Refinement.Result result = Refinement.run("histories", author, suite, 200, 3);
    assertThat(result.best().get(0)).isLessThan(1);
    assertThat(result.assessment().accuracy()).isEqualTo(1);
    assertThat(result.assessment().tests()).isEqualTo(views.size());
  }

  @Test
  void aFaultInTheRulesFailsRoundTripsToo() {
    Game game = new Leduc();
    List<View> views = Sight.of(Transition.games(game, 5, 2, "seen"));
    WorldProgram wrong =
        WorldProgram.read(game, Games.program(game).replace("cards[2] if", "cards[0] if"));
    Assessment assessment =
        Assessment.of(Suites.histories(wrong, views), Games.historyProgram(game));
    assertThat(assessment.accuracy()).isBetween(.1, .95);
    assertThat(assessment.firstFailure().orElseThrow().found()).contains("the player sees");
  }

  @Test
  void aClosedDeckTestsWhatPlayersSeeAndNoMore() {
    Game game = new Leduc();
    List<View> views = Sight.of(Transition.games(game, 5, 2, "seen"));
    Suite<Model> suite = Suites.closedDeck(game, views, 5);
    String both = Games.program(game) + Games.historyProgram(game);
    assertThat(Assessment.of(suite, both).accuracy()).isEqualTo(1);
    // Rewards are not seen.
    assertThat(Assessment.of(suite, both.replace("[won, -won]", "[7, 7]")).accuracy()).isEqualTo(1);
    // What is legal is.
    Assessment raises = Assessment.of(suite, both.replace("count(\"r\") < 2", "count(\"r\") < 1"));
    assertThat(raises.accuracy()).isBetween(.1, .95);
    // Rewards that fail are met by random play.
    Assessment fault = Assessment.of(suite, both.replace("RANKS.find(card)", "1 // 0"));
    assertThat(fault.tests() - fault.passed()).isBetween(1, 5);
    assertThat(fault.firstFailure().orElseThrow().asked()).isEqualTo("a game of random actions");
  }

  @Test
  void aViewHasWhatItsPlayerSawAndDid() {
    List<Transition> game = Transition.games(new Leduc(), 1, 4, "seen").get(0);
    List<View> views = Sight.of(List.of(game));
    Transition last = game.get(game.size() - 1);
    // Two at the end, and one at each turn of a player.
    long turns = game.stream().filter(step -> step.before().player() >= 0).count();
    assertThat(views).hasSize((int) turns + 2);
    for (View view : views) {
      List<View.Event> events = view.events();
      Transition at = game.get(events.size());
      assertThat(events.get(events.size() - 1).seen())
          .isEqualTo(at.before().observations().get(view.seat()));
      assertThat(view.legal()).isEqualTo(at.before().legal());
    }
    assertThat(views.get(views.size() - 1).legal()).isEmpty();
    assertThat(last.before().over()).isTrue();
  }

  @Test
  void aTextThatIsNoProgramPassesNothing() {
    for (String text : List.of("", "I cannot", "import os", "def initial_state(): return 1\n")) {
      Assessment assessment = Assessment.of(Suites.rules(GAME, TESTS), text);
      assertThat(assessment.passed()).isZero();
      assertThat(assessment.firstFailure()).isPresent();
    }
    String endless = Games.program(GAME).replace("    cell = int(action)", "    while 1: pass");
    Assessment assessment = Assessment.of(Suites.rules(GAME, TESTS.subList(0, 6)), endless);
    assertThat(assessment.firstFailure().orElseThrow().found())
        .matches("apply_action\\(\\): line [0-9]+: more than 200,000 steps");
  }

  @Test
  void aMutationChangesOneWord() {
    String program = "x = 1 + 2  # no + here\nif x < 3 and not 'a + b':\n    x += 1\n";
    List<Mutation> all = Mutation.of(program);
    assertThat(all).hasSize(8);
    assertThat(Mutation.applied(program, List.of(all.get(1)))).startsWith("x = 1 - 2  # no + here");
    assertThat(Mutation.applied(program, List.of()))
        .isEqualTo(program)
        .isEqualTo(
            new CalibratedAuthor(program, 0, 0, 0, 1).write(Optional.empty(), Optional.empty(), 0));
  }
}
