package org.galton.reward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PromptRetirementTest {

  @Test
  void solvedPromptsRetireOnceEnoughRolloutsSaySo() {
    NoPositiveResampling rule = NoPositiveResampling.withDefaults();
    assertThat(rule.retires(7, 7)).isFalse();
    assertThat(rule.retires(8, 8)).isTrue();
    assertThat(rule.retires(10, 9)).isTrue();
    assertThat(rule.retires(100, 89)).isFalse();
    assertThat(rule.retires(0, 0)).isFalse();
  }

  @Test
  void hopelessPromptsRetireAfterManyFailures() {
    HopelessRetirement rule = HopelessRetirement.withDefaults();
    assertThat(rule.retires(511, 0)).isFalse();
    assertThat(rule.retires(512, 0)).isTrue();
    assertThat(rule.retires(5120, 1)).isFalse();
  }

  @Test
  void truncatedRolloutsHaveNoTokensToLearnFrom() {
    assertThat(
            new OverlongFilter().learned(new int[] {3, 5, 7}, new boolean[] {false, true, false}))
        .containsExactly(3, 0, 7);
    assertThatThrownBy(() -> new OverlongFilter().learned(new int[] {3}, new boolean[0]))
        .hasMessage("Invalid number of rollouts 0: expected as many as of tokens, 1");
  }

  @Test
  void badCountsAndSettingsAreRefused() {
    assertThatThrownBy(() -> new NoPositiveResampling(0, 8))
        .hasMessage("Invalid pass rate of retirement 0.0: expected above 0, up to 1");
    assertThatThrownBy(() -> new HopelessRetirement(0))
        .hasMessage("Invalid failures of retirement 0: expected 1 or more");
    for (PromptRetirement rule :
        new PromptRetirement[] {
          NoPositiveResampling.withDefaults(), HopelessRetirement.withDefaults()
        }) {
      assertThatThrownBy(() -> rule.retires(3, 4))
          .hasMessage("Invalid correct 4: expected 0 to rollouts (3)");
    }
  }
}
