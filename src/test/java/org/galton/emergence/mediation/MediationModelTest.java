package org.galton.emergence.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.galton.statistics.regression.LogisticStatus;
import org.junit.jupiter.api.Test;

class MediationModelTest {
  private static final MediationModel MODEL = MediationModel.withDefaults().withResamples(100);
  private static final double[] MEDIATOR = {
    .1, .5, -.3, .8, .2, -.6, .4, 0, .9, .3, 1.2, .6, -.2, 1.5, .7, .4
  };
  private static final String SUCCESS = "0101000110110101";

  private static List<MediatedGroup> sixteen() {
    return IntStream.range(0, 16)
        .mapToObj(i -> new MediatedGroup(i >= 8, MEDIATOR[i], SUCCESS.charAt(i) == '1'))
        .toList();
  }

  private static MediationFit.Accepted accepted(MediationFit fit) {
    assertThat(fit).isInstanceOf(MediationFit.Accepted.class);
    return (MediationFit.Accepted) fit;
  }

  private static void assertRefused(MediationFit fit, LogisticStatus status, String reason) {
    assertThat(fit).isInstanceOf(MediationFit.Refused.class);
    assertThat(fit.status()).isEqualTo(status);
    assertThat(((MediationFit.Refused) fit).reason()).isEqualTo(reason);
  }

  private static double value(MediationFit.Accepted fit, MediationEffect effect) {
    return fit.effect(effect).value();
  }

  /** The same nodes in NumPy; adaptive quadrature gives 0.325593 and 0.326028. */
  @Test
  void valuesOfAnIndependentProgram() {
    MediationFit.Accepted fit = accepted(MODEL.fit("sixteen", sixteen()));
    assertThat(fit.mediatorChange()).isCloseTo(0.5375, within(1e-14));
    assertThat(fit.outcome().coefficient("mediator").value()).isCloseTo(4.28491091, within(1e-8));
    assertThat(value(fit, MediationEffect.ACME_CONTROL))
        .isCloseTo(0.3255992433154584, within(1e-11));
    assertThat(value(fit, MediationEffect.ACME_TREATED))
        .isCloseTo(0.32603679687654213, within(1e-11));
    assertThat(value(fit, MediationEffect.ADE_CONTROL))
        .isCloseTo(-0.07283975487010802, within(1e-11));
    assertThat(value(fit, MediationEffect.ADE_TREATED))
        .isCloseTo(-0.0724022013090243, within(1e-11));
    assertThat(value(fit, MediationEffect.TOTAL)).isCloseTo(0.2531970420064341, within(1e-11));
    assertThat(value(fit, MediationEffect.ACME) + value(fit, MediationEffect.ADE))
        .isCloseTo(value(fit, MediationEffect.TOTAL), within(1e-14));
  }

  @Test
  void aMediatorThatTheConditionDoesNotMoveMediatesNothing() {
    List<MediatedGroup> groups = new ArrayList<>();
    for (boolean treated : new boolean[] {false, true}) {
      for (int m = 0; m < 4; m++) {
        for (int i = 0; i < 5; i++) {
          groups.add(new MediatedGroup(treated, m, i < m + (treated ? 1 : 0)));
        }
      }
    }
    MediationFit.Accepted fit = accepted(MODEL.fit("unmoved", groups));
    assertThat(fit.mediatorChange()).isEqualTo(0);
    assertThat(value(fit, MediationEffect.ACME)).isEqualTo(0);
    assertThat(fit.effect(MediationEffect.ACME).interval().orElseThrow().contains(0)).isTrue();
    assertThat(value(fit, MediationEffect.ADE)).isCloseTo(0.2, within(0.02));
  }

  @Test
  void aMediatorThatMovesNoSuccessMediatesNothing() {
    // In each arm success has the same share at each value of the mediator.
    List<MediatedGroup> groups = new ArrayList<>();
    for (int m = 0; m < 4; m++) {
      for (int i = 0; i < 5; i++) {
        groups.add(new MediatedGroup(false, m, i < 2));
        groups.add(new MediatedGroup(true, m + 1.5, i < 3));
      }
    }
    MediationFit.Accepted fit = accepted(MODEL.fit("idle", groups));
    assertThat(value(fit, MediationEffect.ACME_CONTROL)).isCloseTo(0, within(1e-12));
    assertThat(value(fit, MediationEffect.ACME_TREATED)).isCloseTo(0, within(1e-12));
    assertThat(value(fit, MediationEffect.ADE)).isCloseTo(0.6 - 0.4, within(1e-12));
    assertThat(value(fit, MediationEffect.TOTAL)).isCloseTo(0.6 - 0.4, within(1e-12));
  }

  @Test
  void theOrderOfTheGroupsDoesNotMatter() {
    List<MediatedGroup> groups = moderate(new SplittableRandom(4), 60);
    List<MediatedGroup> shuffled = new ArrayList<>(groups);
    Collections.shuffle(shuffled, new Random(2));
    MediationFit fit = MODEL.fit("order", groups);
    assertThat(MODEL.fit("order", shuffled)).isEqualTo(fit);
    assertThat(MODEL.withSeed(43).fit("order", groups)).isNotEqualTo(fit);
  }

  @Test
  void tooManyResamplesWithoutAFitTakeTheIntervalsAway() {
    // In many resamples of so few groups the mediator tells the outcomes apart.
    MediationFit.Accepted fit = accepted(MODEL.fit("few", sixteen()));
    assertThat(fit.effect(MediationEffect.ACME).interval()).isEmpty();
    assertThat(fit.effect(MediationEffect.ACME).pValue()).isEmpty();
    assertThat(fit.withoutIntervals().orElseThrow())
        .matches("\\d+ of 100 resamples could be fitted");
    assertThat(fit.resamples()).isBetween(20, 94);
  }

  @Test
  void whatCannotBeFittedIsRefusedWithItsReason() {
    assertRefused(
        MODEL.fit("few", sixteen().subList(7, 9)),
        LogisticStatus.TOO_FEW_ROWS,
        "2 groups, and 3 are the least");
    assertRefused(
        MODEL.fit("arm", sixteen().subList(0, 8)),
        LogisticStatus.COLLINEAR,
        "0 of 8 groups were treated");
    assertRefused(
        MODEL.fit(
            "flat",
            sixteen().stream()
                .map(group -> new MediatedGroup(group.treated(), 0.1, group.success()))
                .toList()),
        LogisticStatus.COLLINEAR,
        "mediator is a combination of intercept, treatment");
    assertRefused(
        MODEL.fit(
            "won",
            sixteen().stream()
                .map(group -> new MediatedGroup(group.treated(), group.mediator(), true))
                .toList()),
        LogisticStatus.ONE_OUTCOME,
        "16 of 16 groups succeeded");
    assertThatThrownBy(() -> new MediatedGroup(true, Double.NaN, true))
        .hasMessage("Invalid mediator NaN: expected a finite number");
    assertThatThrownBy(() -> MODEL.withResamples(1))
        .hasMessage("Invalid resamples 1: expected 2 or more");
  }

  /** M = 0.6 t + e, logit = -0.3 + 0.2 t + 0.8 M. */
  private static List<MediatedGroup> moderate(SplittableRandom random, int groups) {
    return IntStream.range(0, groups)
        .mapToObj(
            i -> {
              boolean treated = i % 2 == 1;
              double mediator = (treated ? 0.6 : 0) + random.nextGaussian();
              double logit = -0.3 + (treated ? 0.2 : 0) + 0.8 * mediator;
              boolean success = random.nextDouble() < 1 / (1 + Math.exp(-logit));
              return new MediatedGroup(treated, mediator, success);
            })
        .toList();
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheyPromise() {
    long seed = 8;
    SplittableRandom random = new SplittableRandom(seed);
    // Adaptive quadrature at the true coefficients.
    double truth = 0.10457504247972754;
    int repetitions = 60;
    int held = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      MediationFit.Accepted fit =
          accepted(MODEL.withResamples(100).fit("run " + repetition, moderate(random, 80)));
      held += fit.effect(MediationEffect.ACME).interval().orElseThrow().contains(truth) ? 1 : 0;
    }
    assertThat((double) held / repetitions).as("seed %d", seed).isCloseTo(0.94, within(0.06));
  }
}
