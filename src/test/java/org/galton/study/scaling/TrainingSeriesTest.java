package org.galton.study.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.galton.reinforce.page.RecordedTraining;
import org.galton.reinforce.page.SampleTraining;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.view.ScalingRows;
import org.galton.study.scaling.view.ScalingSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingSeriesTest {
  @TempDir private Path folder;

  private List<TrainingEvaluationRow> measured(int steps) {
    RecordedTraining training = SampleTraining.in(folder, steps);
    return training.evaluations();
  }

  /** The sample lies on R0 = 0.2, A = 0.6, B = 2, C_mid at step 12. */
  @Test
  void curveOfATaskIsFoundAndAFlatOneIsRefused() {
    ScalingRows rows = TrainingSeries.fit(measured(75));
    ScalingFitRow curve = rows.fits().get(0);
    assertThat(curve.series()).isEqualTo("task=countdown split=validation");
    assertThat(curve.points()).as("fifteen after the start").isEqualTo(15);
    assertThat(curve.status()).isEqualTo("OK");
    assertThat(curve.asymptote()).isCloseTo(0.6, within(1e-6));
    assertThat(curve.exponent()).isCloseTo(2, within(1e-4));
    assertThat(curve.midpoint()).isCloseTo(12 * 4e9, within(1e5));
    assertThat(rows.fits().get(1).status()).isEqualTo("NO_GAIN");
    assertThat(rows.forecasts()).allMatch(row -> row.series().equals(curve.series()));
  }

  @Test
  void fewMeasurementsAreDrawnWithTheReasonWhyThereIsNoCurve() {
    ScalingSection section = ScalingSection.ofTraining(TrainingSeries.fit(measured(20)));
    assertThat(section.drawn()).hasSize(2);
    assertThat(section.drawn().get(0).data().points()).hasSize(4);
    assertThat(section.drawn().get(0).data().curve()).isEmpty();
    assertThat(section.drawn().get(0).note())
        .isEqualTo(
            "No curve (TOO_FEW_POINTS): there are too few points. 4 of the 5 points needed.");
  }

  @Test
  void measurementOfTheStartAloneIsNoPoint() {
    ScalingSection section = ScalingSection.ofTraining(TrainingSeries.fit(measured(1)));
    assertThat(section.drawn()).isEmpty();
    assertThat(section.more()).startsWith("2 series are not drawn");
  }
}
