package org.galton.study.emergence.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.Statistic;
import org.junit.jupiter.api.Test;

final class QuantityTest {
  @Test
  void everyStatisticThatIsTestedHasATitle() {
    assertThat(EmergenceSettings.withDefaults().statistics().stream().map(Statistic::quantity))
        .containsOnly(Arrays.stream(Quantity.values()).map(Quantity::label).toArray(String[]::new));
    assertThat(Quantity.of("s_macro").title()).isEqualTo("Practical criterion S_macro (Ψ)");
  }

  @Test
  void claimsAreMadeOfFiveOfThem() {
    assertThat(Quantity.DIAGNOSTICS)
        .containsExactly(
            Quantity.CAPACITY, Quantity.CAPACITY_MAX, Quantity.S_MACRO, Quantity.I3, Quantity.G3);
  }
}
