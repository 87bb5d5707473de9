package org.galton.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ForecastQualityTest {
  @Test
  void allFiguresAreThoseByHand() {
    ForecastQuality quality =
        ForecastQuality.of(
            List.of(new Forecast(0.2, 1, 3), new Forecast(0.25, 1, 0), new Forecast(1, 2, 0)));

    assertThat(quality.count()).isEqualTo(7);
    assertThat(quality.rightShare()).isEqualTo(4.0 / 7);
    assertThat(quality.logLoss())
        .isEqualTo(-(Math.log(0.2) + 3 * Math.log(0.8) + Math.log(0.25)) / 7, within(1e-12));
    assertThat(quality.constantLogLoss())
        .isEqualTo(-(4 * Math.log(4.0 / 7) + 3 * Math.log(3.0 / 7)) / 7, within(1e-12));
    assertThat(quality.brier()).isEqualTo((0.64 + 3 * 0.04 + 0.5625) / 7, within(1e-12));
    // Means 0.21 and 1 of 2 in 5 and of 2 in 2.
    assertThat(quality.calibrationError()).isEqualTo(5.0 / 7 * 0.19, within(1e-12));
    assertThat(quality.tenths()).extracting(ForecastQuality.Tenth::number).containsExactly(2, 9);
    // Of 12 pairs 3 tie, 9 are in order.
    assertThat(quality.ranking()).hasValue((9 + 1.5) / 12);
  }

  @Test
  void betweenPromptsThatDifferRankingWithinThemSaysNothingOfTheDifference() {
    List<Forecast> easy = List.of(new Forecast(0.9, 9, 0), new Forecast(0.9, 0, 1));
    List<Forecast> hard = List.of(new Forecast(0.1, 1, 0), new Forecast(0.1, 0, 9));

    List<Forecast> all = List.of(easy.get(0), easy.get(1), hard.get(0), hard.get(1));
    assertThat(ForecastQuality.of(all).ranking()).hasValue((9 * 9 + 4.5 + 4.5) / 100);
    assertThat(ForecastQuality.rankingWithin(List.of(easy, hard))).hasValue(0.5);
    assertThat(ForecastQuality.ranking(List.of(new Forecast(0.5, 3, 0)))).isEmpty();
  }

  @Test
  void aWrongCertaintyCostsWithoutEnd() {
    assertThat(ForecastQuality.of(List.of(new Forecast(1, 5, 1))).logLoss()).isInfinite();
    assertThatThrownBy(() -> ForecastQuality.of(List.of()))
        .hasMessage("Invalid forecasts: expected one outcome or more");
  }
}
