package org.galton.worldmodel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;
import org.galton.worldmodel.refine.Assessment;
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
    Assessment assessment = Assessment.of(game, Games.program(game), tests);
    assertThat(assessment.firstFailure()).isEmpty();
    assertThat(assessment.accuracy()).isEqualTo(1);
    assertThat(tests).hasSizeGreaterThan(500);
  }

  @ParameterizedTest
  @MethodSource("games")
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

  private static GameState leduc(String... actions) {
    GameState state = new Leduc().start();
    for (String action : actions) {
      state = state.after(action);
    }
    return state;
  }
}
