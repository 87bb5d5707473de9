package org.galton.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.galton.statistics.Interval;
import org.junit.jupiter.api.Test;

class AgreementTest {
  /** Hand labels first, a judge second. */
  private static final VerdictPairs KNOWN = new VerdictPairs(40, 5, 10, 45);

  @Test
  void agreementBeyondChance() {
    assertThat(KNOWN.agreement().orElseThrow()).isEqualTo(0.85);
    assertThat(KNOWN.kappa().orElseThrow()).isCloseTo(0.70, within(1e-12));
    assertThat(KNOWN.precision().orElseThrow()).isEqualTo(0.80);
    assertThat(KNOWN.recall().orElseThrow()).isCloseTo(0.888889, within(5e-7));
    assertThat(KNOWN.specificity().orElseThrow()).isCloseTo(0.818182, within(5e-7));
  }

  @Test
  void kappaKnowsItsLimits() {
    assertThat(new VerdictPairs(3, 0, 0, 4).kappa()).hasValue(1);
    assertThat(new VerdictPairs(0, 5, 5, 0).kappa()).hasValue(-1);
    assertThat(new VerdictPairs(25, 25, 25, 25).kappa()).hasValue(0);
    assertThat(new VerdictPairs(9, 0, 0, 0).kappa()).isEmpty();
    assertThat(VerdictPairs.NONE.kappa()).isEmpty();
    assertThat(VerdictPairs.NONE.agreement()).isEmpty();
    assertThat(new VerdictPairs(0, 0, 0, 4).precision()).isEmpty();
  }

  @Test
  void pairsAddUp() {
    VerdictPairs all =
        VerdictPairs.of(true, true)
            .plus(VerdictPairs.of(true, false))
            .plus(VerdictPairs.of(false, true))
            .plus(VerdictPairs.of(false, false));
    assertThat(all).isEqualTo(new VerdictPairs(1, 1, 1, 1));
    assertThat(all.disagreements()).isEqualTo(2);
  }

  @Test
  void kappaHasAnIntervalOverPrompts() {
    List<VerdictPairs> prompts = prompts(60, 8, new Random(7));
    Interval interval = KappaInterval.of(prompts).orElseThrow();
    double kappa =
        prompts.stream().reduce(VerdictPairs.NONE, VerdictPairs::plus).kappa().orElseThrow();
    assertThat(interval.contains(kappa)).isTrue();
    assertThat(interval.high() - interval.low()).isBetween(0.02, 0.4);
    List<VerdictPairs> shuffled = new ArrayList<>(prompts);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(KappaInterval.of(shuffled)).contains(interval);
  }

  /** Intervals of two hundred samples: 190 of them are expected to hold the truth; sd 3. */
  @Test
  void theIntervalOfKappaHoldsTheTruthAsOftenAsItSays() {
    double truth =
        prompts(200_000, 8, new Random(3)).stream()
            .reduce(VerdictPairs.NONE, VerdictPairs::plus)
            .kappa()
            .orElseThrow();
    int held = 0;
    for (int sample = 0; sample < 200; sample++) {
      held +=
          KappaInterval.of(prompts(60, 8, new Random(100 + sample))).orElseThrow().contains(truth)
              ? 1
              : 0;
    }
    assertThat(held).isBetween(178, 200);
  }

  @Test
  void kappaHasNoIntervalWhereItDoesNotExist() {
    assertThat(KappaInterval.of(List.of(KNOWN))).isEmpty();
    VerdictPairs same = new VerdictPairs(8, 0, 0, 0);
    assertThat(KappaInterval.of(List.of(same, same, same))).isEmpty();
  }

  @Test
  void aRateIsCorrectedForTheErrorsOfItsJudge() {
    VerdictPairs labelled = new VerdictPairs(90, 10, 15, 85);
    CorrectedRate corrected = CorrectedRate.of(0.70, Math.sqrt(0.7 * 0.3 / 1000), labelled);
    assertThat(corrected.value()).isCloseTo(0.733333, within(5e-7));
    assertThat(corrected.standardError()).isCloseTo(0.037349, within(5e-7));
    assertThat(corrected.interval().contains(corrected.value())).isTrue();
    assertThat(CorrectedRate.of(0.10, 0.01, labelled).value()).isZero();
    assertThat(CorrectedRate.of(1, 0, labelled).value()).isEqualTo(1);
  }

  @Test
  void aPerfectJudgeOnFewLabelsIsNotTakenForPerfect() {
    CorrectedRate corrected = CorrectedRate.of(0.5, 0, new VerdictPairs(30, 0, 0, 30));
    assertThat(corrected.value()).isEqualTo(0.5);
    assertThat(corrected.standardError()).isZero();
    assertThat(corrected.interval().high() - corrected.interval().low()).isGreaterThan(0.05);
  }

  @Test
  void fewLabelsOrAPoorJudgeAllowNoCorrection() {
    assertThat(CorrectedRate.isPossible(new VerdictPairs(29, 0, 0, 30))).isFalse();
    assertThat(CorrectedRate.isPossible(new VerdictPairs(50, 50, 45, 55))).isFalse();
    assertThatThrownBy(() -> CorrectedRate.of(0.5, 0.1, new VerdictPairs(10, 0, 0, 10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("30 answers on each side");
  }

  /** Prompts of different difficulty; the second judge errs on one answer in ten. */
  private static List<VerdictPairs> prompts(int prompts, int answers, Random random) {
    List<VerdictPairs> all = new ArrayList<>();
    for (int prompt = 0; prompt < prompts; prompt++) {
      double rate = random.nextDouble();
      VerdictPairs pairs = VerdictPairs.NONE;
      for (int answer = 0; answer < answers; answer++) {
        boolean right = random.nextDouble() < rate;
        pairs = pairs.plus(VerdictPairs.of(right, right ^ random.nextDouble() < 0.1));
      }
      all.add(pairs);
    }
    return all;
  }
}
