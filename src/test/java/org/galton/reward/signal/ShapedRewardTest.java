package org.galton.reward.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ShapedRewardTest {
  private static final OverlongPenalty PENALTY = OverlongPenalty.of(20480, 4096);

  private static JudgedRollout calls(Answered answered, int calls) {
    return JudgedRollout.of(answered).withToolCalls(calls);
  }

  @Test
  void thePenaltyOfLengthIsPrinted() {
    assertThat(PENALTY.of(0)).isZero();
    assertThat(PENALTY.of(16384)).isZero();
    assertThat(PENALTY.of(18000)).isEqualTo(-0.39453125);
    assertThat(PENALTY.of(20480)).isEqualTo(-1);
    assertThat(PENALTY.of(20481)).isEqualTo(-1);
    assertThat(new OverlongPenalty(20480, 4096, 0.5).of(1_000_000)).isEqualTo(-0.5);
  }

  @Test
  void theTermOfToolsIsPrinted() {
    ToolReward reward = ToolReward.withDefaults();
    assertThat(reward.of(calls(Answered.RIGHT, 2))).isCloseTo(1.2, within(1e-15));
    assertThat(reward.of(calls(Answered.WRONG, 2))).isCloseTo(-0.8, within(1e-15));
    assertThat(reward.of(calls(Answered.WRONG, 5))).isEqualTo(-0.6);
    assertThat(reward.of(calls(Answered.ABSTAINED, 0))).isEqualTo(-1);
    assertThat(reward.withoutBonus().of(calls(Answered.RIGHT, 2))).isEqualTo(1);
  }

  @Test
  void bothAreAdded() {
    ShapedReward reward = new ShapedReward(ToolReward.withDefaults(), PENALTY);
    assertThat(reward.of(calls(Answered.RIGHT, 2).withTokens(18000)))
        .isCloseTo(1.2 - 0.39453125, within(1e-15));
    assertThat(reward.name()).isEqualTo("tools+overlong");
  }

  @Test
  void badSettingsAreRefused() {
    assertThatThrownBy(() -> OverlongPenalty.of(100, 101))
        .hasMessage("Invalid margin of tokens 101: expected 1 to the limit, 100");
    assertThatThrownBy(() -> new OverlongPenalty(100, 10, -1))
        .hasMessage("Invalid overlong factor -1.0: expected a finite number above 0");
    assertThatThrownBy(() -> new ToolReward(0.1, 0.1, 1))
        .hasMessage(
            "Invalid largest reward of a wrong answer 1.0: expected -1 to below 1, the reward of a"
                + " right answer");
    assertThatThrownBy(() -> calls(Answered.RIGHT, -1))
        .hasMessage("Invalid number of tool calls -1: expected 0 or more");
  }
}
