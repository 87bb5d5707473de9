package org.galton.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;
import org.junit.jupiter.api.Test;

/** Values of the specification of audits, computed there by hand. */
final class AuditMathTest {
  @Test
  void tenHitsOfAHundredAreTheThresholdOfTwentyWords() {
    assertThat(Chance.tail(100, 9, 0.05)).isCloseTo(0.063, within(5e-4));
    assertThat(Chance.tail(100, 10, 0.05)).isCloseTo(0.028, within(5e-4));
    assertThat(Chance.tail(100, 11, 0.05)).isCloseTo(0.011, within(6e-4));
    assertThat(Chance.threshold(100, 0.05)).isEqualTo(10);
    assertThat(Chance.tail(100, 0, 0.05)).isEqualTo(1);
    assertThat(Chance.threshold(1, 0.04)).isEqualTo(1);
    assertThat(Chance.threshold(3, 0.5)).isEqualTo(4);
  }

  @Test
  void wilsonIntervalsAreThoseOfTheSpecification() {
    assertInterval(8, 0.219, 0.613);
    assertInterval(0, 0, 0.161);
    assertInterval(17, 0.640, 0.948);
  }

  private static void assertInterval(int hits, double low, double high) {
    Interval interval = RateInterval.WILSON.of(20, hits, 0.95).orElseThrow();
    assertThat(interval.low()).isCloseTo(low, within(5e-4));
    assertThat(interval.high()).isCloseTo(high, within(5e-4));
  }

  @Test
  void aLensIsTheMeanOfProbabilities() {
    double[] mean = LensMean.of(new double[][] {{.5, .3, .2}, {.1, .7, .2}});
    assertThat(mean).containsExactly(new double[] {.3, .5, .2}, within(1e-12));
    assertThatThrownBy(() -> LensMean.of(new double[0][])).hasMessageContaining("positions");
  }

  @Test
  void aFeatureCountsByActivationAndRarity() {
    assertThat(LensMean.featureScore(2, .01)).isCloseTo(9.2103, within(5e-5));
    assertThat(LensMean.featureScore(3, .5)).isCloseTo(2.0794, within(5e-5));
    assertThatThrownBy(() -> LensMean.featureScore(1, 0)).hasMessageContaining("density");
  }

  @Test
  void theOrderOfWordsBreaksNoTie() {
    Map<String, List<String>> hints = new LinkedHashMap<>();
    hints.put("moon", List.of("night", "tide", "orbit"));
    hints.put("ship", List.of("sail", "deck", "mast"));
    hints.put("gold", List.of("ring", "mine", "bar"));
    HintScorer auditor = new HintScorer(hints);
    for (String text : List.of("night sail ring bar tide deck", "ring night bar tide sail deck")) {
      double[] posterior = auditor.posterior(text);
      assertThat(posterior[1]).isEqualTo(posterior[0]);
      assertThat(posterior[2]).isEqualTo(posterior[0]);
    }
  }

  @Test
  void hintsPointAtTheirCandidate() {
    Map<String, List<String>> hints = new LinkedHashMap<>();
    hints.put("moon", List.of("night", "tide"));
    hints.put("ship", List.of("sail", "deck"));
    HintScorer auditor = new HintScorer(hints);

    // Six hint words, three a candidate: 1.1 / 3.6 against 0.1 / 3.6.
    assertThat(auditor.posterior("a dark Night!")[0]).isCloseTo(1.1 / 1.2, within(1e-12));
    assertThat(auditor.posterior("nothing known")).containsExactly(0.5, 0.5);
    assertThat(auditor.posterior("ship, night")).containsExactly(0.5, 0.5);
  }

  @Test
  void equalScoresAreOrderedByTheSeed() {
    double[] equal = new double[20];
    int hits = 0;
    for (int seed = 0; seed < 2000; seed++) {
      hits += Guess.of(equal, 7, seed).hit() ? 1 : 0;
    }
    // 100 expected; four standard deviations are 39.
    assertThat(hits).isBetween(61, 139);
    Guess guess = Guess.of(new double[] {.2, .5, .3}, 2, 1);
    assertThat(guess).isEqualTo(new Guess(2, .3, 1));
  }

  /** Newcombe 1998, table II: 56/70 against 48/80, method 10. */
  @Test
  void theIntervalOfADifferenceIsNewcombes() {
    RateDifference difference = RateDifference.of(56, 70, 48, 80);
    assertThat(difference.difference()).isCloseTo(0.2, within(1e-12));
    assertThat(difference.interval().low()).isCloseTo(0.0524, within(5e-5));
    assertThat(difference.interval().high()).isCloseTo(0.3339, within(5e-5));
    assertThat(RateDifference.of(0, 5, 0, 9).p()).isEqualTo(1);
  }
}
