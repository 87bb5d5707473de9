package org.galton.study.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.galton.study.worlds.row.WorldHistoryRow;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.plan.View;
import org.galton.worldmodel.refine.Author;
import org.galton.worldmodel.refine.Transition;
import org.galton.worldmodel.rules.Leduc;
import org.galton.worldmodel.rules.RowGame;
import org.junit.jupiter.api.Test;

final class SynthesisTest {
  private static final Authors CALIBRATED = new CalibratedAuthors(4, .8, .1);

  private static Written written(Game game, boolean closedDeck, Authors authors) {
    WorldsRequest request =
        new WorldsRequest(
            List.of(game),
            3,
            5,
            200,
            1,
            closedDeck,
            HiddenMode.PROGRAM,
            10,
            1,
            0,
            Optional.empty(),
            7);
    return new Synthesis(request, "run-1", authors, game, 1).run();
  }

  @Test
  void inferenceAccuracyStandsBesideTransitionAccuracy() {
    Written written = written(new Leduc(), false, CALIBRATED);
    assertThat(written.rules().deck()).isEqualTo("open");
    assertThat(written.rules().testsPassed()).isEqualTo(written.rules().tests());
    assertThat(written.rules().transitions()).isPositive();
    WorldHistoryRow histories = written.histories().orElseThrow();
    assertThat(histories.testsPassed()).isEqualTo(histories.tests()).isPositive();
    assertThat(histories.unseenTests()).isGreaterThan(histories.tests());
    assertThat(histories.program())
        .contains("def resample_history")
        .doesNotContain("initial_state");
  }

  @Test
  void aClosedDeckHasOneProgramAndNoTransitions() {
    Written written = written(new Leduc(), true, CALIBRATED);
    assertThat(written.rules().deck()).isEqualTo("closed");
    assertThat(written.rules().testsPassed()).isEqualTo(written.rules().tests());
    assertThat(written.rules().transitions()).isZero();
    WorldHistoryRow histories = written.histories().orElseThrow();
    assertThat(histories.program())
        .isEqualTo(written.rules().program())
        .contains("def resample_history", "def initial_state");
    assertThat(histories.calls()).isEqualTo(written.rules().calls());
    assertThat(histories.tests()).isLessThan(written.rules().tests());
  }

  @Test
  void aGameThatHidesNothingHasNoHistories() {
    Written written = written(RowGame.ticTacToe(), true, CALIBRATED);
    assertThat(written.rules().deck()).isEqualTo("open");
    assertThat(written.histories()).isEmpty();
  }

  @Test
  void withoutRulesNoHistoryIsAskedFor() {
    WorldHistoryRow histories = written(new Leduc(), false, new Silent()).histories().orElseThrow();
    assertThat(histories.calls()).isZero();
    assertThat(histories.testsPassed()).isZero();
    assertThat(histories.tests()).isPositive();
  }

  /** Writes no rules. */
  private static final class Silent implements Authors {
    @Override
    public String name() {
      return "silent";
    }

    @Override
    public Author ofRules(Game game, List<Transition> shown, long seed) {
      return (program, failure, call) -> "";
    }

    @Override
    public Author ofHistories(Game game, List<Transition> shown, long seed) {
      throw new AssertionError("asked for histories");
    }

    @Override
    public Author ofClosedDeck(Game game, List<View> shown, long seed) {
      throw new AssertionError("asked for a closed deck");
    }
  }
}
