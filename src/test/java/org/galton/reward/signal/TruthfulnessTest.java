package org.galton.reward.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TruthfulnessTest {

  @Test
  void ratesOfThePaperGiveItsTruthfulness() {
    assertThat(new Truthfulness(0.566, 0.24, 0.194).score()).isCloseTo(0.372, within(1e-12));
  }

  @Test
  void answersAreAveragedByQuestionFirst() {
    Truthfulness found =
        Truthfulness.of(
                List.of(
                    List.of(Answered.RIGHT, Answered.WRONG, Answered.WRONG, Answered.ABSTAINED),
                    List.of(Answered.RIGHT),
                    List.of()))
            .orElseThrow();
    assertThat(found).isEqualTo(new Truthfulness(0.625, 0.125, 0.25));
    assertThat(found.score(1, 0.5, 2)).isCloseTo(0.625 + 0.0625 - 0.5, within(1e-15));
  }

  @Test
  void abstainingThroughoutIsNeitherTrueNorFalse() {
    Truthfulness silent = Truthfulness.of(List.of(List.of(Answered.ABSTAINED))).orElseThrow();
    assertThat(silent.score()).isZero();
    assertThat(silent.uncertainty()).isOne();
    assertThat(Truthfulness.of(List.of())).isEmpty();
  }

  @Test
  void sharesMustSumToOne() {
    assertThatThrownBy(() -> new Truthfulness(0.5, 0.5, 0.5))
        .hasMessage("Invalid sum of the shares 1.5: expected 1");
  }
}
