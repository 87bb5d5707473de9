package org.galton.reward.advantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Advantages of the turns of episodes. */
final class TurnAdvantageTest {
  private static final double[] RETURNS = {1, .9, .81, 0, 0, -.1};

  @Test
  void returnIsWhatTheTurnsFromHereOnGive() {
    assertThat(new Returns(.9).of(new double[] {0, 0, 1}))
        .containsExactly(new double[] {.81, .9, 1}, within(1e-15));
    assertThat(new Returns(1).of(new double[] {.5, 0, -.1}))
        .containsExactly(new double[] {.4, -.1, -.1}, within(1e-15));
    assertThat(new Returns(.5).of(new double[0])).isEmpty();
  }

  @Test
  void normalisedReturnsAreInUnitsOfTheDeviationOfAllTurns() {
    double[] advantages = new ReturnNormalised().ofTurns(RETURNS);
    assertThat(advantages)
        .containsExactly(
            new double[] {1.195226, .983682, .793292, -.920219, -.920219, -1.131763}, within(6e-7));
    assertThat(Arrays.stream(advantages).sum()).isCloseTo(0, within(1e-12));
    assertThat(Arrays.stream(advantages).map(value -> value * value).average().orElseThrow())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void equalReturnsTeachNothing() {
    assertThat(new ReturnNormalised().ofTurns(new double[] {.1, .1, .1})).containsOnly(0);
    assertThat(new ReturnNormalised().ofTurns(new double[] {.7})).containsOnly(0);
    assertThat(new ReturnNormalised().ofTurns(new double[0])).isEmpty();
    // Their squares are too small for a double.
    assertThat(new ReturnNormalised().ofTurns(new double[] {0, 1e-200})).containsOnly(0);
  }

  @Test
  void plainReturnsHaveNoBaselineOrTheMeanOfTheBatch() {
    assertThat(ReturnAdvantage.plain().ofTurns(RETURNS)).containsExactly(RETURNS);
    assertThat(ReturnAdvantage.lessTheMean().ofTurns(new double[] {1, 0, .5}))
        .containsExactly(new double[] {.5, -.5, 0}, within(1e-15));
    assertThat(ReturnAdvantage.lessTheMean().ofTurns(new double[0])).isEmpty();
  }

  /** Prompts are no groups here: one whose rollouts are alike has advantages as well. */
  @Test
  void rolloutsOfOneCompletionAreEpisodesOfOneTurn() {
    double[][] advantages = new ReturnNormalised().of(new double[][] {{1, 1}, {0}, {0}});
    assertThat(advantages).isDeepEqualTo(new double[][] {{1, 1}, {-1}, {-1}});
  }

  @Test
  void badReturnsAreRefused() {
    double[] broken = {1, Double.NaN};
    for (TurnAdvantage form : TurnAdvantage.forms()) {
      assertThatThrownBy(() -> form.ofTurns(broken)).hasMessageContaining("return of a turn");
    }
    assertThatThrownBy(() -> new Returns(1).of(broken)).hasMessageContaining("reward of a turn");
    assertThatThrownBy(() -> new Returns(0)).hasMessageContaining("above 0 and at most 1");
    assertThatThrownBy(() -> new Returns(1.1)).hasMessageContaining("above 0 and at most 1");
  }
}
