package org.galton.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OInformationTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void synergyIsBelowZeroAndRedundancyAbove() {
    assertThat(OInformation.of(LogicGate.XOR.table())).isCloseTo(-1, within(ROUNDING));
    assertThat(OInformation.of(copies(3))).isCloseTo(1, within(ROUNDING));
    assertThat(OInformation.of(copies(4))).isCloseTo(2, within(ROUNDING));
  }

  @Test
  void independentVariablesHaveNone() {
    JointTable coins = JointTable.ofWeights(new int[] {2, 2, 2}, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(OInformation.of(coins)).isCloseTo(0, within(ROUNDING));
    JointTable two = JointTable.ofWeights(new int[] {2, 2}, 3, 1, 1, 5);
    assertThat(OInformation.of(two)).isCloseTo(0, within(ROUNDING));
  }

  @Test
  void oneVariableIsRefused() {
    assertThatThrownBy(() -> OInformation.of(JointTable.ofWeights(new int[] {2}, 1, 1)))
        .hasMessage("Invalid number of variables 1: expected 2 or more");
  }

  /** A fair bit, so many times. */
  private static JointTable copies(int variables) {
    int[] sizes = new int[variables];
    Arrays.fill(sizes, 2);
    double[] weights = new double[1 << variables];
    weights[0] = 1;
    weights[weights.length - 1] = 1;
    return JointTable.ofWeights(sizes, weights);
  }
}
