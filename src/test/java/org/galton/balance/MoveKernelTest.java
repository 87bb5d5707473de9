package org.galton.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoveKernelTest {

  @Test
  void addsUpProbabilitiesAndLeavesOutStays() {
    MoveKernel kernel =
        MoveKernel.builder()
            .state("lonely")
            .add("b", "a", 0.25)
            .add("b", "a", 0.25)
            .add("b", "b", 0.5)
            .add("a", "b", 0)
            .build();
    assertThat(kernel.states()).containsExactly("a", "b", "lonely");
    assertThat(kernel.moves()).isEqualTo(1);
    assertThat(kernel.source(0)).isEqualTo(1);
    assertThat(kernel.target(0)).isZero();
    assertThat(kernel.probability(0)).isEqualTo(0.5);
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> MoveKernel.builder().add("a", "b", 1.5))
        .hasMessage("Invalid probability 1.5 of a to b: expected 0 to 1");
    assertThatThrownBy(() -> MoveKernel.builder().add("a", "b", Double.NaN))
        .hasMessage("Invalid probability NaN of a to b: expected 0 to 1");
    assertThatThrownBy(() -> MoveKernel.builder().add("a", "b", 0.75).add("a", "c", 0.75).build())
        .hasMessage("Invalid sum of probabilities from state 'a' 1.5: expected at most 1");
  }
}
