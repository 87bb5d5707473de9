package org.galton.junk.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.galton.statistics.Interval;
import org.galton.statistics.agreement.VerdictPairs;
import org.junit.jupiter.api.Test;

final class LabelAgreementTest {
  // A judge against people, arXiv:2510.13928: 37, 18 / 16, 70.
  private final LabelAgreement published = new LabelAgreement(new VerdictPairs(37, 18, 16, 70));

  @Test
  void thePublishedConfusion() {
    assertThat(published.accuracy().orElseThrow()).isCloseTo(0.7589, within(5e-5));
    assertThat(published.matthews().orElseThrow()).isCloseTo(0.4901, within(5e-5));
    assertThat(published.kappa().orElseThrow()).isCloseTo(0.4899, within(5e-5));
  }

  /** Gradients by central differences in NumPy; a bootstrap of 200,000 draws has errors 0.0755. */
  @Test
  void theIntervalsAreThoseOfTheDeltaMethod() {
    Interval kappa = published.kappaInterval().orElseThrow();
    assertThat(kappa.low()).isCloseTo(0.34199204, within(1e-7));
    assertThat(kappa.high()).isCloseTo(0.63779090, within(1e-7));
    Interval matthews = published.matthewsInterval().orElseThrow();
    assertThat(matthews.low()).isCloseTo(0.34223160, within(1e-7));
    assertThat(matthews.high()).isCloseTo(0.63799272, within(1e-7));
  }

  @Test
  void theTransposedConfusionAgreesAsMuch() {
    LabelAgreement turned = new LabelAgreement(new VerdictPairs(37, 16, 18, 70));
    assertThat(turned.kappa().orElseThrow())
        .isCloseTo(published.kappa().orElseThrow(), within(1e-15));
    assertThat(turned.matthewsInterval().orElseThrow().low())
        .isCloseTo(published.matthewsInterval().orElseThrow().low(), within(1e-12));
  }

  @Test
  void fullAgreementHasNoInterval() {
    LabelAgreement full = new LabelAgreement(new VerdictPairs(5, 0, 0, 7));
    assertThat(full.matthews().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(full.kappa()).hasValue(1);
    assertThat(full.kappaInterval()).isEmpty();
    assertThat(full.accuracyInterval().orElseThrow().low()).isBetween(0.7, 0.8);
  }

  @Test
  void oneLabelAloneHasNoCorrelation() {
    assertThat(new LabelAgreement(new VerdictPairs(5, 2, 0, 0)).matthews()).isEmpty();
    assertThat(new LabelAgreement(new VerdictPairs(5, 0, 0, 0)).kappa()).isEmpty();
    assertThat(new LabelAgreement(VerdictPairs.NONE).kappaInterval()).isEmpty();
    assertThat(new LabelAgreement(VerdictPairs.NONE).accuracyInterval()).isEmpty();
  }

  /** 1,000 tables of 141 posts: at least 92 %, since 95 % less 4 standard errors is 92.2 %. */
  @Test
  void theIntervalsHoldTheTruth() {
    SplittableRandom random = new SplittableRandom(4);
    double kappa = published.kappa().orElseThrow();
    double matthews = published.matthews().orElseThrow();
    int ofKappa = 0;
    int ofMatthews = 0;
    for (int round = 0; round < 1000; round++) {
      long[] cells = new long[4];
      for (int i = 0; i < 141; i++) {
        int at = random.nextInt(141);
        cells[at < 37 ? 0 : at < 55 ? 1 : at < 71 ? 2 : 3]++;
      }
      LabelAgreement drawn =
          new LabelAgreement(new VerdictPairs(cells[0], cells[1], cells[2], cells[3]));
      ofKappa += drawn.kappaInterval().orElseThrow().contains(kappa) ? 1 : 0;
      ofMatthews += drawn.matthewsInterval().orElseThrow().contains(matthews) ? 1 : 0;
    }
    assertThat(ofKappa).isBetween(922, 978);
    assertThat(ofMatthews).isBetween(922, 978);
  }
}
