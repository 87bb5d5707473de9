package org.galton.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RunGatesTest {
  private static final String SPEC =
      "sweep: s\nseed: 1\ntasks:\n- {name: a}\ngates:\n- pass@1 below 0.5\n- mean@n above 0.9\n";

  @Test
  void anExitCodeTellsHowGatesEnded() {
    assertThat(RunGates.of(SPEC, 0, 3L).word()).isEqualTo("2 gates: none missed");
    assertThat(RunGates.of(SPEC, 1, 0L).word()).isEqualTo("2 gates: one or more missed");
    assertThat(RunGates.of(SPEC, 1, 3L).word())
        .isEqualTo("2 gates: a gate missed, or too many failures");
    assertThat(RunGates.of(SPEC, 3, 0L).word()).isEqualTo("2 gates: not judged");
    assertThat(RunGates.of(SPEC, 0, null).word()).isEqualTo("2 gates: not judged");
    assertThat(RunGates.of(SPEC, 0, 0L).gates())
        .containsExactly("pass@1 below 0.5", "mean@n above 0.9");
  }

  @Test
  void anotherSpecHasNoGates() {
    for (String spec :
        List.of("sweep: s\n", "sweep: s\ngates:\n", "x\ngates: {a: b}\n", "a: [\ngates: [x]\n")) {
      assertThat(RunGates.of(spec, 1, 0L)).isEqualTo(new RunGates(List.of(), ""));
    }
  }
}
