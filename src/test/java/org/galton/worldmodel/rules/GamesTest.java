package org.galton.worldmodel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;
import org.galton.worldmodel.plan.View;
import org.galton.worldmodel.refine.Assessment;
import org.galton.worldmodel.refine.Sight;
import org.galton.worldmodel.refine.Suites;
import org.galton.worldmodel.refine.Transition;
import org.galton.worldmodel.refine.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GamesTest {
  static Stream<Game> games() {
    return Games.all().stream();
  }

  @ParameterizedTest
  @MethodSource("games")
  void itsProgramGivesEachAnswerOfTheGame(Game game) {
    List<UnitTest> tests =
        UnitTest.of(game.start(), Transition.ofGames(game, 30, 7, "all answers"));
    Assessment assessment = Assessment.of(Suites.rules(game, tests), Games.program(game));
    assertThat(assessment.firstFailure()).isEmpty();
    assertThat(assessment.accuracy()).isEqualTo(1);
    assertThat(tests).hasSizeGreaterThan(500);
  }

  static Stream<Game> zeroSumGames() {
    return games().filter(game -> !(game instanceof Bargaining));
  }

  @ParameterizedTest
  @MethodSource("zeroSumGames")
  void whatOneWinsTheOtherLoses(Game game) {
    for (Transition step : Transition.ofGames(game, 200, 3, "sums")) {
      List<Long> rewards = step.before().rewards();
      assertThat(rewards.stream().mapToLong(Long::longValue).sum()).isZero();
      assertThat(Math.abs(rewards.get(0))).isLessThanOrEqualTo((long) game.stake());
    }
  }

  @Test
  void ticTacToeHas255168Games() {
    assertThat(leaves(RowGame.ticTacToe().start())).isEqualTo(255_168);
  }

  private static long leaves(GameState state) {
    return state.over()
        ? 1
        : state.legal().stream().mapToLong(action -> leaves(state.after(action))).sum();
  }

  @Test
  void aMarkFallsToTheLowestFreeCell() {
    GameState state = RowGame.connectFour().start();
    for (String column : List.of("3", "3", "4", "4", "5", "5", "6")) {
      state = state.after(column);
    }
    assertThat(state.rewards()).containsExactly(1L, -1L);
    assertThat(state.observations().get(0)).isEqualTo(".".repeat(28) + "...OOO." + "...XXXX");
    assertThat(state.legal()).isEmpty();
    GameState full = RowGame.connectFour().start();
    for (int i = 0; i < 6; i++) {
      full = full.after("0");
    }
    assertThat(full.legal()).doesNotContain("0").contains("6");
  }

  @Test
  void aPairWinsLeducAndEqualCardsShare() {
    assertThat(leduc("J1", "K1", "raise", "call", "J2", "call", "raise", "call").rewards())
        .containsExactly(7L, -7L);
    assertThat(leduc("Q1", "Q2", "call", "call", "J2", "call", "call").rewards())
        .containsExactly(0L, 0L);
    assertThat(leduc("Q1", "K2", "raise", "raise", "fold").rewards()).containsExactly(-3L, 3L);
    assertThat(
            leduc("K1", "Q2", "raise", "raise", "call", "J1", "raise", "raise", "call").rewards())
        .containsExactly(13L, -13L);
  }

  @Test
  void whatIsNotLegalIsRefused() {
    assertThat(leduc("Q1", "K2").legal()).containsExactly("call", "raise");
    assertThat(leduc("Q1", "K2", "raise", "raise").legal()).containsExactly("fold", "call");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> leduc("Q1", "Q1"))
        .withMessage("Illegal action 'Q1'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowGame.ticTacToe().start().after("0").after("0"))
        .withMessage("Illegal action '0'");
  }

  @Test
  void aPlayerOfLeducSeesItsOwnCardAndTheOpenOne() {
    assertThat(leduc("Q1", "K2", "call", "raise").observations())
        .containsExactly("Q1  cr", "K2  cr");
    assertThat(leduc("Q1", "K2", "call", "call", "J1").observations())
        .containsExactly("Q1 J1 cc/", "K2 J1 cc/");
  }

  @Test
  void aPoolIsDividedInAsManyWaysAsItsCountsSay() {
    // (1 + 1) (2 + 1) (3 + 1), by hand; who has an offer may also agree.
    GameState drawn = played(new Bargaining(), "1,2,3", "8,1,0", "4,0,2");
    assertThat(drawn.legal()).hasSize(24).contains("0,0,0", "1,2,3").doesNotContain("agree");
    assertThat(drawn.after("1,2,3").legal()).hasSize(25).contains("agree");
    // C(4, 2) + C(5, 2) + C(6, 2) pools of 5, 6 and 7 items.
    assertThat(new Bargaining().start().legal()).hasSize(31).doesNotHaveDuplicates();
  }

  @Test
  void poolsAreWorthTenToBothAndEachTypeToOne() {
    for (String pool : new Bargaining().start().legal()) {
      GameState drawn = played(new Bargaining(), pool);
      assertThat(drawn.legal()).isNotEmpty();
      for (String first : drawn.legal()) {
        assertThat(worth(pool, first)).isEqualTo(10);
        List<String> seconds = drawn.after(first).legal();
        assertThat(seconds).isNotEmpty();
        for (String second : seconds) {
          assertThat(worth(pool, second)).isEqualTo(10);
          int[] products = new int[3];
          for (int type = 0; type < 3; type++) {
            assertThat(number(first, type) + number(second, type)).isPositive();
            products[type] = number(first, type) * number(second, type);
          }
          assertThat(products[0] + products[1] + products[2]).isPositive();
        }
      }
    }
  }

  private static int worth(String pool, String worths) {
    int sum = 0;
    for (int type = 0; type < 3; type++) {
      sum += number(pool, type) * number(worths, type);
    }
    return sum;
  }

  private static int number(String numbers, int type) {
    return Integer.parseInt(numbers.split(",", -1)[type]);
  }

  /** The ten instances that OpenSpiel's bargaining.h has for its tests. */
  @Test
  void openSpielsInstancesCanBeDrawn() {
    for (String instance :
        List.of(
            "1,2,3 8,1,0 4,0,2",
            "1,4,1 4,1,2 2,2,0",
            "2,2,1 1,1,6 0,4,2",
            "1,4,1 9,0,1 2,2,0",
            "1,4,1 5,1,1 0,1,6",
            "4,1,1 2,1,1 1,0,6",
            "3,1,1 1,4,3 0,2,8",
            "1,1,3 0,1,3 1,3,2",
            "1,3,1 2,2,2 10,0,0",
            "1,2,2 2,3,1 4,0,3")) {
      assertThat(played(new Bargaining(), instance.split(" ", -1)).player()).isZero();
    }
  }

  @Test
  void whoAgreesGetsWhatTheOtherLeaves() {
    Game game = new Bargaining();
    // Player 1 would keep the first item and one of the third type: 4 + 2; 2 + 0 are left for 0.
    GameState agreed = played(game, "1,2,3", "8,1,0", "4,0,2", "1,2,3", "1,0,1", "agree");
    assertThat(agreed.rewards()).containsExactly(2L, 6L);
    assertThat(agreed.observations())
        .containsExactly("1,2,3|8,1,0|2|1,0,1|agreed", "1,2,3|4,0,2|2|1,0,1|agreed");
    assertThat(agreed.legal()).isEmpty();
    GameState state = played(game, "1,2,3", "8,1,0", "4,0,2");
    for (int offer = 0; offer < 10; offer++) {
      assertThat(state.over()).isFalse();
      state = state.after("1,2,3");
    }
    assertThat(state.over()).isTrue();
    assertThat(state.rewards()).containsExactly(0L, 0L);
  }

  @Test
  void noCardOfAWarIsLost() {
    int wars = 0;
    for (List<Transition> steps : Transition.games(new HandOfWar(), 200, 11, "cards")) {
      GameState end = steps.get(steps.size() - 1).before();
      String[] fields = end.observations().get(0).split("\\|", -1);
      int taken = List.of(fields[3].split(" ", -1)).stream().mapToInt(Integer::parseInt).sum();
      assertThat(taken + Integer.parseInt(fields[4])).isEqualTo(12);
      assertThat(fields[2].split(" ", -1)).hasSize(12).doesNotHaveDuplicates();
      assertThat(steps).hasSize(25);
      wars += fields[4].equals("0") ? 0 : 1;
    }
    assertThat(wars).isPositive();
  }

  @Test
  void theHigherCardTakesTheTableAndEqualOnesAreWar() {
    GameState dealt = played(new HandOfWar(), "5a", "5b", "2a", "1a", "3a", "6a");
    assertThat(dealt.legal()).containsExactly("5a", "2a", "3a");
    GameState down = dealt.after("5a");
    assertThat(down.observations()).containsExactly("2a 3a|3|5a|0 0|0", "5b 1a 6a|2|?|0 0|0");
    GameState war = down.after("5b");
    assertThat(war.observations().get(0)).isEqualTo("2a 3a|2|5a 5b|0 0|2");
    GameState won = war.after("4a").after("4b").after("2a").after("1a");
    assertThat(won.observations().get(0)).isEqualTo("3a 4a|2|5a 5b 2a 1a|4 0|0");
    assertThat(won.player()).isEqualTo(GameState.CHANCE);
    assertThat(won.legal()).hasSize(4).doesNotContain("4a", "5b");
  }

  @ParameterizedTest
  @MethodSource("hidingGames")
  void itsHistoriesGiveWhatPlayersSaw(Game game) {
    String both = Games.program(game) + "\n\n" + Games.historyProgram(game);
    List<View> views = Sight.of(Transition.games(game, 5, 8, "views"));
    Assessment assessment = Assessment.of(Suites.closedDeck(game, views, 5), both);
    assertThat(assessment.firstFailure()).isEmpty();
    assertThat(assessment.tests()).isEqualTo(views.size() + 5).isGreaterThan(30);
  }

  static Stream<Game> hidingGames() {
    return games().filter(Game::hides);
  }

  @Test
  void anObserverOfAGameThatHidesNothingSeesTheState() {
    assertThat(games().filter(game -> !game.hides()).map(Game::id))
        .containsExactly("tic-tac-toe", "four-on-six", "connect-four");
    assertThat(games().map(Game::rules).map(String::length).toList())
        .allMatch(length -> length > 200);
  }

  private static GameState leduc(String... actions) {
    return played(new Leduc(), actions);
  }

  private static GameState played(Game game, String... actions) {
    GameState state = game.start();
    for (String action : actions) {
      state = state.after(action);
    }
    return state;
  }
}
