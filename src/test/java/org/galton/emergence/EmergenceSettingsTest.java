package org.galton.emergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.galton.information.DiscreteEstimator;
import org.galton.information.PidMeasure;
import org.junit.jupiter.api.Test;

class EmergenceSettingsTest {
  private final EmergenceSettings settings = EmergenceSettings.withDefaults();

  @Test
  void defaults() {
    assertThat(settings.bins()).isEqualTo(2);
    assertThat(settings.lag()).isEqualTo(1);
    assertThat(settings.estimator()).isEqualTo(DiscreteEstimator.JEFFREYS);
    assertThat(settings.measures())
        .containsExactly(PidMeasure.IMIN, PidMeasure.MMI, PidMeasure.BROJA);
    assertThat(settings.nulls()).containsExactly(NullModel.ROW, NullModel.OFFSET);
    assertThat(settings.surrogates()).isEqualTo(200);
    assertThat(settings.blockLength()).isEmpty();
    assertThat(settings.detrending()).isEqualTo(Detrending.NONE);
    assertThat(settings.macroUnderNull()).isEqualTo(EmergenceSettings.MacroUnderNull.RECOMPUTED);
    assertThat(settings.minTransitions()).isEqualTo(8);
    assertThat(settings.seed()).isEqualTo(42);
  }

  @Test
  void statisticsHaveAFixedOrder() {
    assertThat(settings.withMeasures(List.of(PidMeasure.MMI)).statistics())
        .extracting(Statistic::label)
        .containsExactly(
            "capacity_mmi",
            "capacity_max_mmi",
            "redundancy_mmi",
            "macro_information",
            "s_macro",
            "i3",
            "i3_max",
            "g3",
            "g3_max",
            "total_stability",
            "delta",
            "gamma");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> settings.withBins(1)).hasMessage("Invalid bins 1: expected 2 or more");
    assertThatThrownBy(() -> settings.withLag(0))
        .hasMessage("Invalid lag 0: expected 1 round or more");
    assertThatThrownBy(() -> settings.withSurrogates(0))
        .hasMessage("Invalid surrogates 0: expected 1 or more");
    assertThatThrownBy(() -> settings.withBlockLength(0))
        .hasMessage("Invalid block length 0: expected 1 round or more");
    assertThatThrownBy(() -> settings.withMeasures(List.of()))
        .hasMessage("Invalid measures []: expected one or more");
  }

  @Test
  void aChangeMakesACopy() {
    settings.withBins(3).withSeed(7).withNulls(List.of(NullModel.TIME)).withBlockLength(4);
    assertThat(settings.bins()).isEqualTo(2);
    assertThat(settings.seed()).isEqualTo(42);
    assertThat(settings.blockLength()).isEmpty();
  }
}
