package org.galton.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RunGatesTest {
  private static final String SPEC =
      "sweep: s\nseed: 1\ntasks:\n- {name: a}\ngates:\n- pass@1 below 0.5\n- mean@n above 0.9\n";

  @Test
  void storedVerdictsAreCounted() {
    assertThat(RunGates.of(SPEC, 4, 1).word()).isEqualTo("1 of 4 gates missed");
    assertThat(RunGates.of(SPEC, 4, 0).word()).isEqualTo("0 of 4 gates missed");
    assertThat(RunGates.of("sweep: s\n", 0, 0).word()).isEmpty();
  }

  @Test
  void gatesThatNobodyJudgedStillStand() {
    RunGates gates = RunGates.of(SPEC, 0, 0);
    assertThat(gates.word()).isEqualTo("2 gates, no verdicts");
    assertThat(gates.asked()).containsExactly("pass@1 below 0.5", "mean@n above 0.9");
  }

  @Test
  void anotherSpecHasNoGates() {
    for (String spec :
        List.of("sweep: s\n", "sweep: s\ngates:\n", "x\ngates: {a: b}\n", "a: [\ngates: [x]\n")) {
      assertThat(RunGates.of(spec, 0, 0).asked()).isEmpty();
    }
  }
}
