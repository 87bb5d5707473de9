package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReplicatesTest {
  @Test
  void recipesWithinTheMarginCountAsEqual() {
    Replicates paper = Replicates.withDefaults();
    assertThat(paper.distinguishable(0.610, 0.595)).isFalse();
    assertThat(paper.distinguishable(0.52, 0.61)).isTrue();
    assertThat(paper.withMargin(0.1).distinguishable(0.52, 0.61)).isFalse();
  }

  @Test
  void runsOfOneRecipeHaveTheirSpread() {
    Replicates.Spread spread = Replicates.spread(0.61, 0.60, 0.62);
    assertThat(spread.runs()).isEqualTo(3);
    assertThat(spread.mean()).isCloseTo(0.61, within(1e-15));
    assertThat(spread.deviation()).isCloseTo(0.01, within(1e-15));
    assertThat(spread.halfRange()).isCloseTo(0.01, within(1e-15));
    assertThat(Replicates.spread(0.62, 0.61, 0.60)).isEqualTo(spread);
  }

  @Test
  void oneRunHasNoSpread() {
    assertThatThrownBy(() -> Replicates.spread(0.6))
        .hasMessage("Invalid number of runs 1: expected 2 or more");
  }
}
