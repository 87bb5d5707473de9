package org.galton.reward.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeRewardTest {
  private static final List<List<JudgedRollout>> BATCH =
      List.of(Arrays.stream(Answered.values()).map(JudgedRollout::of).toList());

  @Test
  void eachOutcomeHasItsReward() {
    assertThat(OutcomeReward.verdict().of(BATCH)[0]).containsExactly(1, 0, 0);
    assertThat(OutcomeReward.signedVerdict().of(BATCH)[0]).containsExactly(1, -1, -1);
    assertThat(OutcomeReward.ternary().of(BATCH)[0]).containsExactly(1, 0, -1);
    assertThat(OutcomeReward.ternaryUnknown().of(BATCH)[0]).containsExactly(1, 1, -1);
  }

  @Test
  void rewardsThatPreferErrorsAreRefused() {
    assertThatThrownBy(() -> new OutcomeReward("odd", 0, 0, 0))
        .hasMessage(
            "Invalid reward of a right answer 0.0: expected a finite number above that of a wrong"
                + " one, 0.0");
    assertThatThrownBy(() -> new OutcomeReward("odd", 1, 2, 0))
        .hasMessage(
            "Invalid reward of an abstention 2.0: expected 0.0 to 1.0, the rewards of a wrong and"
                + " of a right answer");
  }
}
