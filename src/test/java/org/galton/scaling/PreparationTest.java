package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreparationTest {
  @Test
  void rowsOfOneComputeAreMergedByTheirNumber() {
    PreparedPoints points =
        new Preparation(0)
            .of(Series.of(new double[] {2, 1, 2, 2}, new double[] {0.3, 0.1, 0.6, 0.6}));
    assertThat(points.merged()).isEqualTo(2);
    assertThat(points.points()).hasSize(2);
    assertThat(points.points().get(1).reward()).isCloseTo(0.5, within(1e-15));
    assertThat(points.points().get(1).weight()).isEqualTo(3);
  }

  @Test
  void rolloutsWeighOnlyWhereTheyDiffer() {
    List<Measurement> equal =
        List.of(Measurement.of(1, 0.1).withRollouts(160), Measurement.of(2, 0.2).withRollouts(160));
    List<Measurement> unequal =
        List.of(Measurement.of(1, 0.1).withRollouts(160), Measurement.of(2, 0.2).withRollouts(320));
    List<Measurement> unknown =
        List.of(Measurement.of(1, 0.1), Measurement.of(2, 0.2).withRollouts(320));
    assertThat(weights(equal)).containsExactly(1.0, 1.0);
    assertThat(weights(unequal)).containsExactly(160.0, 320.0);
    assertThat(weights(unknown)).containsExactly(1.0, 1.0);
  }

  @Test
  void mergedRowsShareTheirNoise() {
    CurvePoint point =
        new Preparation(0)
            .of(
                List.of(
                    Measurement.of(1, 0.1).withNoise(0.3), Measurement.of(1, 0.2).withNoise(0.4)))
            .points()
            .get(0);
    assertThat(point.noise().orElseThrow()).isCloseTo(0.25, within(1e-15));
  }

  @Test
  void theWindowSkipsAndCounts() {
    PreparedPoints points = new Preparation(4000).of(Series.eight());
    assertThat(points.skipped()).isEqualTo(2);
    assertThat(points.size()).isEqualTo(6);
    assertThat(points.maxCompute()).isEqualTo(42000);
  }

  @Test
  void theOrderOfRowsChangesNoBit() {
    List<Measurement> rows = new ArrayList<>(Series.eight());
    rows.addAll(Series.of(new double[] {4000, 4000}, new double[] {0.441, 0.4431}));
    ScalingFit expected = CurveFitting.withDefaults().of(rows);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(rows, new Random(seed));
      assertThat(CurveFitting.withDefaults().of(rows)).isEqualTo(expected);
    }
  }

  private static double[] weights(List<Measurement> rows) {
    return new Preparation(0).of(rows).points().stream().mapToDouble(CurvePoint::weight).toArray();
  }
}
