package org.galton.statistics.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.galton.statistics.Ballot;
import org.junit.jupiter.api.Test;

class UndrawnMassTest {

  private static final Percentage PRINTED_DIGITS = Percentage.withPercentage(6e-8);

  @Test
  void oneItemHasItsKnownAnswers() {
    assertThat(new UndrawnMass(16).squares(0.01)).isCloseTo(8.514577711e-5, PRINTED_DIGITS);
    assertThat(new UndrawnMass(512).squares(0.01)).isCloseTo(5.823976769e-7, PRINTED_DIGITS);
  }

  @Test
  void theBoundHasItsKnownAnswers() {
    assertThat(new UndrawnMass(16).squaresBound(1)).isCloseTo(0.0222991, within(5e-8));
    assertThat(new UndrawnMass(512).squaresBound(1)).isCloseTo(0.000717814, within(5e-10));
  }

  @Test
  void noProbabilityIsWorseThanTheWorst() {
    UndrawnMass sixteen = new UndrawnMass(16);
    assertThat(sixteen.worstProbability()).isEqualTo(1.0 / 9);
    assertThat(sixteen.worstSquare())
        .isCloseTo(Math.pow(1.0 / 9, 2) * Math.pow(8.0 / 9, 16), within(1e-17));
    for (double p = 0.001; p < 1; p += 0.001) {
      assertThat(sixteen.squares(p)).isLessThanOrEqualTo(sixteen.worstSquare());
    }
  }

  @Test
  void noSplitOfAPoolExceedsTheBound() {
    for (int parts = 1; parts <= 200; parts++) {
      double[] pool = new double[parts];
      Arrays.fill(pool, 0.6 / parts);
      assertThat(new UndrawnMass(16).squares(pool))
          .isLessThanOrEqualTo(new UndrawnMass(16).squaresBound(0.6) * (1 + 1e-14));
    }
  }

  @Test
  void nothingDrawnLeavesEverything() {
    assertThat(new UndrawnMass(0).mass(0.25, 0.75, 1)).isEqualTo(2);
    assertThat(new UndrawnMass(1).mass(0.25, 0.75)).isCloseTo(0.375, within(1e-16));
    assertThat(new UndrawnMass(5).mass(1, 0)).isEqualTo(0);
  }

  @Test
  void anItemIsUndrawnHalfTheTimeAfterItsHalfLife() {
    assertThat(UndrawnMass.halfLife(0.5)).isEqualTo(1);
    assertThat(Math.pow(0.99, UndrawnMass.halfLife(0.01))).isCloseTo(0.5, within(1e-14));
  }

  @Test
  void goodTuringIsUnbiasedOverEveryOutcomeOfASmallCase() {
    // Four draws from three right answers: expectation over all 81 outcomes.
    double[] p = {0.6, 0.3, 0.1};
    int draws = 4;
    double mass = 0;
    double squares = 0;
    for (int outcome = 0; outcome < 81; outcome++) {
      Integer[] votes = {0, 0, 0};
      double chance = 1;
      for (int i = 0, rest = outcome; i < draws; i++, rest /= 3) {
        votes[rest % 3]++;
        chance *= p[rest % 3];
      }
      List<Integer> seen = Arrays.stream(votes).filter(count -> count > 0).toList();
      UndrawnEstimate found =
          UndrawnEstimate.ofCorrect(new Ballot(seen, List.of(), 0)).orElseThrow();
      mass += chance * found.mass();
      squares += chance * found.squares();
    }
    assertThat(mass).isCloseTo(new UndrawnMass(draws - 1).mass(p), within(1e-15));
    assertThat(squares).isCloseTo(new UndrawnMass(draws - 2).squares(p), within(1e-15));
  }

  @Test
  void rightAndWrongAnswersAreEstimatedApart() {
    Ballot ballot = new Ballot(List.of(5, 1), Collections.nCopies(3, 2), 8);
    assertThat(UndrawnEstimate.ofCorrect(ballot)).hasValue(new UndrawnEstimate(0.05, 0));
    assertThat(UndrawnEstimate.ofWrong(ballot)).hasValue(new UndrawnEstimate(0, 3 / 190.0));
    assertThat(UndrawnEstimate.ofCorrect(new Ballot(List.of(1), List.of(), 0))).isEmpty();
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new UndrawnMass(-1))
        .hasMessage("Invalid rollouts -1: expected 0 or more");
    assertThatThrownBy(() -> new UndrawnMass(4).mass(1.5))
        .hasMessage("Invalid probability 1.5: expected 0 to 1");
    assertThatThrownBy(() -> new UndrawnMass(4).squaresBound(2))
        .hasMessage("Invalid poolMass 2.0: expected 0 to 1");
    assertThatThrownBy(() -> UndrawnMass.halfLife(0))
        .hasMessage("Invalid probability 0.0: expected between 0 and 1");
  }
}
