package org.galton.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

  @Test
  void takesSortedArrays() {
    List<String> states = List.of("a", "b", "c");
    MoveKernel kernel =
        MoveKernel.ofSorted(
            states, new int[] {0, 0, 2}, new int[] {1, 2, 1}, new double[] {0.5, 0.5, 1});
    assertThat(kernel.logProbability(1)).isEqualTo(Math.log(0.5));
    assertThat(kernel.acceptance()).isEqualTo(2.0 / 3);
    assertThatThrownBy(
            () ->
                MoveKernel.ofSorted(
                    states, new int[] {0, 0}, new int[] {2, 1}, new double[] {0.1, 0.1}))
        .hasMessage(
            "Invalid move 1, from 0 to 1: expected moves between two states each, sorted by"
                + " source, then target, none twice");
    assertThatThrownBy(
            () ->
                MoveKernel.ofSorted(
                    states, new int[] {0, 0}, new int[] {1, 2}, new double[] {0.5, 0.75}))
        .hasMessage(
            "Invalid probability 0.75 of a to c: expected more than 0, and at most 1 in all from"
                + " it");
  }
}
