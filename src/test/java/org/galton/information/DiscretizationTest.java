package org.galton.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiscretizationTest {

  private final Discretization halves = Discretization.withDefaults();
  private final Discretization thirds = halves.withBins(3);

  @Test
  void halvesAreCutAtTheMedianWithValuesOnItBelow() {
    assertThat(letters(halves, 1, 2, 3, 4, 5)).isEqualTo("[0, 0, 0, 1, 1]");
    assertThat(letters(halves, 2, 2, 9, 9, 9, 4)).isEqualTo("[0, 0, 1, 1, 1, 0]");
    assertThat(letters(halves, 5, 5, 5, 6)).isEqualTo("[0, 0, 0, 1]");
  }

  @Test
  void valuesOnTheMedianMoveUpWhereNoneWouldBeAboveIt() {
    assertThat(letters(halves, 4, 5, 5, 5)).isEqualTo("[0, 1, 1, 1]");
  }

  @Test
  void thirdsAreCutAtTheirQuantilesAndEqualEdgesCountOnce() {
    assertThat(letters(thirds, 1, 2, 3, 4, 5, 6, 7)).isEqualTo("[0, 0, 0, 1, 1, 2, 2]");
    assertThat(letters(thirds, 1, 1, 1, 1, 2, 3)).isEqualTo("[0, 0, 0, 0, 1, 1]");
  }

  @Test
  void aConstantSeriesHasOneLetter() {
    assertThat(letters(halves, 7, 7, 7)).isEqualTo("[0, 0, 0]");
    assertThat(halves.of(new double[] {7, 7, 7}).alphabet()).isEqualTo(1);
    assertThat(halves.of(new double[] {-3}).alphabet()).isEqualTo(1);
  }

  @Test
  void theWorkedExampleHasItsBins() {
    assertThat(letters(halves, WorkedExample.A)).isEqualTo("[0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0]");
    assertThat(letters(halves, WorkedExample.B)).isEqualTo("[1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1]");
    assertThat(letters(halves, WorkedExample.C)).isEqualTo("[0, 0, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1]");
    assertThat(letters(halves, WorkedExample.sum()))
        .isEqualTo("[0, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1]");
  }

  @Test
  void equalValuesShareALetterAndLargerOnesHaveNoSmallerLetter() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 2_000; trial++) {
      int bins = 2 + random.nextInt(5);
      double[] values = new double[1 + random.nextInt(30)];
      Arrays.setAll(values, i -> random.nextInt(12) / 7.0);
      DiscreteSeries series = halves.withBins(bins).of(values);
      assertThat(series.alphabet()).as("seed " + seed).isBetween(1, bins);
      assertThat(series.alphabet() == 1)
          .as("seed " + seed)
          .isEqualTo(Arrays.stream(values).distinct().count() == 1);
      for (int i = 0; i < values.length; i++) {
        for (int j = 0; j < values.length; j++) {
          if (values[i] <= values[j]) {
            assertThat(series.letter(i)).as("seed " + seed).isLessThanOrEqualTo(series.letter(j));
          }
        }
      }
    }
  }

  @Test
  void whatHasNoBinsIsRefused() {
    assertThatThrownBy(() -> halves.withBins(1)).hasMessage("Invalid bins 1: expected 2 or more");
    assertThatThrownBy(() -> halves.of(new double[] {1, Double.NaN}))
        .hasMessage("Invalid value NaN: expected a finite number");
    assertThatThrownBy(() -> halves.of(new double[0]))
        .hasMessage("Invalid number of values 0: expected 1 or more");
  }

  private static String letters(Discretization cut, double... values) {
    return cut.of(values).toString();
  }
}
