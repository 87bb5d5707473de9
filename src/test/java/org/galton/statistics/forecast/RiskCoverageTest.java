package org.galton.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RiskCoverageTest {
  private static final Forecast SUREST = new Forecast(0.95, 1, 0);
  private static final Forecast SURE = new Forecast(0.85, 1, 0);
  private static final Forecast UNSURE = new Forecast(0.65, 0, 1);
  private static final Forecast UNSUREST = new Forecast(0.55, 1, 0);

  // The figures are given to six digits.
  @Test
  void fourOutcomesHaveTheKnownAreas() {
    RiskCoverage known = RiskCoverage.of(List.of(UNSURE, SUREST, UNSUREST, SURE));
    assertThat(known.area()).isEqualTo(0.082071, within(5e-7));
    assertThat(known.best()).isEqualTo(0.001263, within(5e-7));
    assertThat(known.score()).hasValueCloseTo(0.675127, within(5e-7));
  }

  @Test
  void theBestOrderIsOneAndTheWorstNought() {
    assertThat(RiskCoverage.of(List.of(SUREST, SURE, new Forecast(0.1, 0, 5))).score()).hasValue(1);
    assertThat(RiskCoverage.of(List.of(new Forecast(0.9, 0, 5), new Forecast(0.1, 5, 0))).score())
        .hasValue(0);
  }

  // Every share of them holds as many failures as the whole. 100 sums round.
  @Test
  void equalForecastsAreNoBetterThanChance() {
    RiskCoverage tied = RiskCoverage.of(List.of(new Forecast(0.5, 3, 0), new Forecast(0.5, 0, 1)));
    assertThat(tied.area()).isEqualTo(0.25, within(1e-14));
    assertThat(tied.score()).hasValueCloseTo(0.0, within(1e-13));
    assertThat(tied).isEqualTo(RiskCoverage.of(List.of(new Forecast(0.5, 3, 1))));
  }

  @Test
  void outcomesOfOneKindHaveNoScore() {
    assertThat(RiskCoverage.of(List.of(SUREST, SURE)).score()).isEmpty();
    assertThat(RiskCoverage.of(List.of(UNSURE)).score()).isEmpty();
    assertThatThrownBy(() -> RiskCoverage.of(List.of()))
        .hasMessage("Invalid forecasts: expected one outcome or more");
  }
}
