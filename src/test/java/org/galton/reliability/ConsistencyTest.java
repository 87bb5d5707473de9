package org.galton.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsistencyTest {
  @Test
  void outcomesAreTheKnownOnes() {
    assertThat(Consistency.outcome(20, 10)).hasValue(0);
    assertThat(Consistency.outcome(20, 15)).hasValue(0.25);
    assertThat(Consistency.outcome(20, 18)).hasValueCloseTo(0.64, within(1e-15));
    assertThat(Consistency.outcome(20, 20)).hasValue(1);
    assertThat(Consistency.outcome(20, 0)).hasValue(1);
    assertThat(Consistency.outcome(1, 1)).isEmpty();
    assertThatThrownBy(() -> Consistency.outcome(2, 3)).hasMessageContaining("0 to the runs");
  }

  // exp(-.2), to six digits.
  @Test
  void costsOf10And12And8VaryByAFifth() {
    double[] costs = {10, 12, 8};
    assertThat(Consistency.variation(costs)).hasValueCloseTo(0.2, within(1e-15));
    assertThat(Consistency.spread(costs)).hasValueCloseTo(0.818731, within(5e-7));
  }

  @Test
  void quantitiesThatAreNotKnownAreLeftOut() {
    double[] costs = {10, 12, 8};
    double[] same = {7, 7};
    double[] single = {3};
    double[] nothing = {0, 0};
    assertThat(Consistency.resources(List.of(costs, same, single, nothing)))
        .hasValueCloseTo(Math.exp(-0.1), within(1e-15));
    assertThat(Consistency.resources(List.of(single, nothing, new double[0]))).isEmpty();
  }
}
