package org.galton.reward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class GroupFilterTest {

  @Test
  void zeroVarianceLooksAtRewardsOfAnyScale() {
    ZeroVarianceFilter filter = new ZeroVarianceFilter();
    assertThat(filter.keeps(RewardedPrompt.of(new double[] {-1, -1}, 0))).isFalse();
    assertThat(filter.keeps(RewardedPrompt.of(new double[] {-1, 1}, 1))).isTrue();
    assertThat(filter.keeps(RewardedPrompt.of(new double[] {-1, 0}, 0))).isTrue();
    assertThat(filter.keeps(RewardedPrompt.of(new double[] {1}, 1))).isFalse();
  }

  @Test
  void dynamicSamplingLooksAtVerdicts() {
    DynamicSampling filter = DynamicSampling.withDefaults();
    assertThat(filter.keeps(RewardedPrompt.of(new double[] {-1, 0}, 0))).isFalse();
    assertThat(filter.keeps(RewardedPrompt.of(new double[] {0.9, 1}, 2))).isFalse();
    assertThat(filter.keeps(RewardedPrompt.of(new double[] {0, 1}, 1))).isTrue();
  }

  @Test
  void dynamicSamplingRefillsAtTheRateSeen() {
    DynamicSampling filter = new DynamicSampling(3);
    assertThat(filter.next(48, 48, 60, 1)).isZero();
    assertThat(filter.next(48, 24, 48, 1)).isEqualTo(48);
    assertThat(filter.next(48, 40, 60, 1)).isEqualTo(12);
    assertThat(filter.next(48, 0, 48, 2)).isEqualTo(48);
    assertThat(filter.next(48, 40, 60, 3)).isZero();
  }

  @Test
  void countsThatContradictAreRefused() {
    assertThatThrownBy(() -> RewardedPrompt.of(new double[] {1, 1}, 3))
        .hasMessage("Invalid correct 3: expected 0 to rollouts (2)");
    assertThatThrownBy(() -> new DynamicSampling(0))
        .hasMessage("Invalid rounds of dynamic sampling 0: expected 1 or more");
    assertThatThrownBy(() -> DynamicSampling.withDefaults().next(8, 5, 4, 1))
        .hasMessage("Invalid kept prompts 5: expected 0 to those drawn, 4");
  }
}
