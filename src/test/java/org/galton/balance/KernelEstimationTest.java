package org.galton.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.galton.balance.potential.Landscape;
import org.galton.balance.potential.LeastAction;
import org.junit.jupiter.api.Test;

class KernelEstimationTest {
  private static final TransitionCounts COUNTS =
      TransitionCounts.builder()
          .add("a", "b", 6)
          .add("a", "b", 2)
          .add("a", "a", 3)
          .add("b", "a", 1)
          .add("b", "c", 1)
          .addEscapes("a", 5)
          .addEscapes("d", 4)
          .build();
  private static final KernelEstimation DEFAULTS = KernelEstimation.withDefaults();

  @Test
  void dividesByAllAttempts() {
    EstimatedKernel estimated = DEFAULTS.of(COUNTS);
    assertThat(estimated.rule().label()).isEqualTo("attempts");
    assertThat(estimated.kernel().states()).containsExactly("a", "b", "d");
    assertThat(estimated.dropped()).containsExactly("c");
    assertThat(estimated.n0(0)).isEqualTo(16);
    assertThat(estimated.place(2)).isEqualTo(3);
    assertThat(estimated.kernel().moves()).isEqualTo(2);
    assertThat(estimated.kernel().probability(0)).isEqualTo(8.0 / 16);
    assertThat(estimated.kernel().logProbability(0)).isEqualTo(Math.log(0.5), within(1e-15));
    assertThat(estimated.kernel().probability(1)).isEqualTo(1.0 / 2);
    assertThat(estimated.count(0)).isEqualTo(8);
    assertThat(estimated.kernel().acceptance()).isEqualTo((0.5 + 0.5) / 3);
    assertThat(estimated.smoothed()).isFalse();
  }

  @Test
  void keepsAStateThatOnlyEscapesInZ() {
    Landscape landscape = LeastAction.withDefaults().of(DEFAULTS.of(COUNTS).kernel());
    assertThat(landscape.solved(2)).isFalse();
    assertThat(landscape.action()).isEqualTo(2 * Math.sqrt(0.25) / 3, within(1e-15));
  }

  @Test
  void dividesByTheMeanOfAttemptsAndCapsWhatExceedsIt() {
    EstimatedKernel estimated = DEFAULTS.with(AttemptRule.UNIFORM).of(COUNTS);
    assertThat(estimated.n0(0)).isEqualTo(22.0 / 4);
    assertThat(estimated.dropped()).isEmpty();
    assertThat(estimated.capped()).isEqualTo(1);
    assertThat(estimated.kernel().probability(0)).isEqualTo(1);
    assertThat(estimated.kernel().logProbability(0)).isZero();
    assertThat(DEFAULTS.with(AttemptRule.UNIFORM).withTotalAttempts(40).of(COUNTS).n0(1))
        .isEqualTo(10);
  }

  @Test
  void dividesByMovesOut() {
    EstimatedKernel estimated = DEFAULTS.with(AttemptRule.OUTGOING).of(COUNTS);
    assertThat(estimated.kernel().states()).containsExactly("a", "b");
    assertThat(estimated.dropped()).containsExactly("c", "d");
    assertThat(estimated.kernel().probability(0)).isEqualTo(1);
    assertThat(estimated.kernel().probability(1)).isEqualTo(0.5);
    assertThat(estimated.capped()).isZero();
  }

  @Test
  void dropsStatesAtTheThreshold() {
    assertThat(DEFAULTS.withMinN0(2).of(COUNTS).dropped()).containsExactly("b", "c");
    assertThat(DEFAULTS.withMinN0(0).of(COUNTS).dropped()).containsExactly("c");
    EstimatedKernel none = DEFAULTS.withMinN0(100).of(COUNTS);
    assertThat(none.dropped()).hasSize(4);
    assertThat(none.kernel().moves()).isZero();
    assertThat(LeastAction.withDefaults().of(none.kernel()).action()).isZero();
  }

  @Test
  void smoothsPairsSeenOnceOrMoreAndNoOthers() {
    TransitionCounts counts =
        TransitionCounts.builder()
            .add("a", "b", 8)
            .add("b", "c", 1)
            .add("c", "b", 3)
            .attempts("a", 10)
            .attempts("b", 10)
            .attempts("c", 10)
            .build();
    EstimatedKernel estimated = DEFAULTS.withPseudo(0.5).of(counts);
    assertThat(estimated.smoothed()).isTrue();
    assertThat(estimated.kernel().moves()).isEqualTo(4);
    assertThat(estimated.kernel().probability(0)).isEqualTo(0.85);
    assertThat(estimated.kernel().probability(1)).as("b to a, unseen").isEqualTo(0.05);
    assertThat(estimated.count(1)).isZero();
    Landscape landscape = LeastAction.withDefaults().of(estimated.kernel());
    assertThat(landscape.potential(0).getAsDouble() - landscape.potential(1).getAsDouble())
        .isEqualTo(Math.log(17), within(1e-14));
  }

  @Test
  void estimatesNothingFromNothing() {
    for (AttemptRule rule : AttemptRule.values()) {
      EstimatedKernel estimated = DEFAULTS.with(rule).of(TransitionCounts.builder().build());
      assertThat(estimated.kernel().states()).isEmpty();
      assertThat(estimated.dropped()).isEmpty();
    }
  }

  @Test
  void readsRulesByLabel() {
    assertThat(List.of(AttemptRule.values()))
        .allSatisfy(rule -> assertThat(AttemptRule.of(rule.label())).isEqualTo(rule));
    assertThatThrownBy(() -> AttemptRule.of("mean"))
        .hasMessage("Invalid n0_mode mean: expected attempts, uniform, outgoing");
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThatThrownBy(() -> DEFAULTS.withMinN0(-1))
        .hasMessage("Invalid min_n0 -1.0: expected 0 or more");
    assertThatThrownBy(() -> DEFAULTS.withPseudo(Double.NaN))
        .hasMessage("Invalid pseudo NaN: expected 0 or more");
    assertThatThrownBy(() -> DEFAULTS.withTotalAttempts(0))
        .hasMessage("Invalid total attempts 0: expected 1 or more");
  }
}
