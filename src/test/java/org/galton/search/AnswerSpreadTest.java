package org.galton.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AnswerSpreadTest {
  @Test
  void itGoesFromAllEqualToNoTwoEqual() {
    assertThat(spread("a", "a", "a", "a", "a", "a", "a", "a")).isZero();
    assertThat(spread("a", "b", "c", "d", "e", "f", "g", "h")).isEqualTo(1);
    // Two of four and two of four: ln 2 / ln 4.
    assertThat(spread("a", "b", "b", "a")).isCloseTo(0.5, within(1e-15));
    // (5/8 ln(8/5) + 3/8 ln 8) / ln 8.
    assertThat(spread("a", "b", "a", "c", "a", "a", "d", "a"))
        .isCloseTo((0.625 * Math.log(1.6) + 0.375 * Math.log(8)) / Math.log(8), within(1e-15));
  }

  /** A model that never answers is not one that is sure. */
  @Test
  void aMissingAnswerAgreesWithNoOther() {
    assertThat(AnswerSpread.of(Collections.nCopies(5, Optional.empty()))).isEqualTo(1);
    assertThat(spread("a", "a", "", "")).isEqualTo(spread("a", "a", "b", "c"));
  }

  @Test
  void theOrderOfTheAnswersMakesNoDifference() {
    assertThat(spread("a", "b", "b", "c", "a", "b", "d"))
        .isEqualTo(spread("d", "c", "b", "b", "b", "a", "a"));
  }

  @Test
  void theThresholdItselfConverges() {
    AdaptiveSampler sampler = AdaptiveSampler.withDefaults();
    assertThat(sampler.armOf(0.5)).isEqualTo(AdaptiveSampler.Arm.CONVERGE);
    assertThat(sampler.armOf(Math.nextUp(0.5))).isEqualTo(AdaptiveSampler.Arm.EXPLORE);
  }

  /** A text without a letter is a missing answer. */
  private static double spread(String... answers) {
    List<Optional<String>> given =
        Stream.of(answers).map(answer -> Optional.of(answer).filter(a -> !a.isEmpty())).toList();
    return AnswerSpread.of(given);
  }
}
