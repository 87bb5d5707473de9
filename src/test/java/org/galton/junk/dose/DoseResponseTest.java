package org.galton.junk.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.galton.statistics.Interval;
import org.junit.jupiter.api.Test;

final class DoseResponseTest {
  private static final double[] DOSES = {0, 20, 50, 80, 100};

  @Test
  void theCorrectionAndTheEffectAreTheKnownOnes() {
    assertThat(EffectSize.correction(8)).isCloseTo(20 / 23.0, within(1e-15));
    EffectSize effect = effect(new double[] {1, 2, 3, 4}, new double[] {2, 3, 4, 5});
    assertThat(effect.d().orElseThrow()).isCloseTo(0.774597, within(5e-7));
    assertThat(effect.g().orElseThrow()).isCloseTo(0.673562, within(5e-7));
    assertThat(effect.interval().orElseThrow().contains(0.673562)).isTrue();
  }

  @Test
  void equalGroupsHaveNoEffect() {
    EffectSize effect = effect(new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, 1});
    assertThat(effect.g()).hasValue(0);
    assertThat(effect.interval().orElseThrow().contains(0)).isTrue();
    EffectSize constant = effect(new double[] {2, 2}, new double[] {2, 2});
    assertThat(constant.g()).hasValue(0);
    assertThat(constant.interval()).hasValue(new Interval(0, 0));
  }

  @Test
  void groupsWithoutSpreadThatDifferHaveNoEffectSize() {
    EffectSize effect = effect(new double[] {1, 1}, new double[] {2, 2});
    assertThat(effect.g()).isEmpty();
    assertThat(effect.interval()).isEmpty();
  }

  @Test
  void theSeedFixesTheIntervalAndTheOrderDoesNot() {
    double[] first = {3, 1, 4, 1, 5};
    double[] second = {2, 6, 5, 3, 5};
    EffectSize effect = effect(first, second);
    assertThat(effect(new double[] {5, 4, 3, 1, 1}, second)).isEqualTo(effect);
    assertThat(EffectSize.of(first, second, 1000, 0.9, 2, "x")).isNotEqualTo(effect);
  }

  @Test
  void thePublishedSlope() {
    DoseSlope slope =
        DoseSlope.of(List.of(new DoseBlock(DOSES, new double[] {72.1, 71.2, 69.3, 64.1, 57.2})))
            .orElseThrow();
    assertThat(slope.value()).isCloseTo(-0.1409, within(5e-5));
    // scipy.stats.linregress: stderr 0.0298548, t(0.975, 3) 3.1824463.
    assertThat(slope.interval().orElseThrow().low()).isCloseTo(-0.235894, within(5e-6));
    assertThat(slope.interval().orElseThrow().high()).isCloseTo(-0.045871, within(5e-6));
  }

  /** Levels of their own change nothing where the fall is the same. */
  @Test
  void modelsHaveLevelsOfTheirOwn() {
    DoseBlock high = new DoseBlock(new double[] {0, 50, 100}, new double[] {90, 80, 70});
    DoseBlock low = new DoseBlock(new double[] {0, 50, 100}, new double[] {30, 20, 10});
    DoseSlope slope = DoseSlope.of(List.of(high, low)).orElseThrow();
    assertThat(slope.value()).isCloseTo(-0.2, within(1e-12));
    assertThat(slope.interval().orElseThrow().high()).isCloseTo(-0.2, within(1e-9));
  }

  /** 400 lines with noise: 95 % +- 4 standard errors of sqrt(.95 .05 / 400) = 1.1 %. */
  @Test
  void theIntervalOfTheSlopeHoldsTheTruth() {
    SplittableRandom random = new SplittableRandom(8);
    int held = 0;
    for (int round = 0; round < 400; round++) {
      DoseBlock one = line(random, 70);
      DoseBlock two = line(random, 40);
      held += DoseSlope.of(List.of(one, two)).orElseThrow().interval().get().contains(-0.1) ? 1 : 0;
    }
    assertThat(held / 400.0).isCloseTo(0.95, within(0.044));
  }

  private static DoseBlock line(SplittableRandom random, double level) {
    double[] scores = new double[DOSES.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = level - 0.1 * DOSES[i] + 2 * random.nextGaussian();
    }
    return new DoseBlock(DOSES, scores);
  }

  /** The unit of the effect is the model: its seeds are averaged. */
  @Test
  void theEffectComparesModelsByTheirMeans() {
    DoseBlock one = new DoseBlock(new double[] {0, 0, 100, 100}, new double[] {1, 3, 2, 4});
    DoseBlock two = new DoseBlock(new double[] {0, 100}, new double[] {3, 4});
    DoseResponse response = DoseResponse.of(List.of(one, two), DoseOptions.defaults(), "x");
    assertThat(response.atLowest()).containsExactly(2, 3);
    assertThat(response.atHighest()).containsExactly(3, 4);
    DoseResponse alone = DoseResponse.of(List.of(one), DoseOptions.defaults(), "x");
    assertThat(alone.atLowest()).containsExactly(1, 3);
    assertThat(DoseResponse.of(List.of(two), DoseOptions.defaults(), "x").effect()).isEmpty();
  }

  private static EffectSize effect(double[] first, double[] second) {
    return EffectSize.of(first, second, 1000, 0.9, 1, "x");
  }
}
