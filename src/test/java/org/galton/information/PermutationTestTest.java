package org.galton.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
  private final PermutationTest test = PermutationTest.withDefaults();

  @Test
  void aCopyIsAboveEverySurrogate() {
    DiscreteSeries bits = coin(60, 1);
    NullComparison found = information("copy", bits, bits);
    assertThat(found.observed()).isGreaterThan(0.9);
    assertThat(found.pValue()).isCloseTo(1 / 201.0, within(1e-15));
    assertThat(found.corrected()).isEqualTo(found.observed() - found.nullMedian());
    assertThat(found.nullLow()).isBetween(0.0, found.nullMedian());
    assertThat(found.nullHigh()).isBetween(found.nullMedian(), 0.2);
  }

  @Test
  void surrogatesAsLargeAsTheObservedCount() {
    DiscreteSeries constant = DiscreteSeries.of(new int[30]);
    assertThat(information("constant", constant, coin(30, 2)).pValue()).isEqualTo(1);
  }

  /** Of 400 independent pairs about one in ten has a p of 0.1 or less; six standard errors. */
  @Test
  void independentSeriesSeldomHaveASmallP() {
    int small = 0;
    for (int pair = 0; pair < 400; pair++) {
      NullComparison found =
          information("pair " + pair, coin(40, 2 * pair + 10), coin(40, 2 * pair + 11));
      small += found.pValue() <= 0.1 ? 1 : 0;
    }
    assertThat(small).isBetween(10, 76);
  }

  @Test
  void theSameSeedGivesTheSameBitsAndAnotherOneOthers() {
    DiscreteSeries x = coin(50, 3);
    DiscreteSeries y = coin(50, 4);
    assertThat(information("g", x, y)).isEqualTo(information("g", x, y));
    assertThat(information("h", x, y)).isNotEqualTo(information("g", x, y));
  }

  @Test
  void quantilesFallOnOrderStatisticsExactly() {
    NullComparison found =
        NullComparison.of(
            20,
            new double[] {
              21, 3, 2, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20
            });
    assertThat(found.nullLow()).isEqualTo(2);
    assertThat(found.nullMedian()).isEqualTo(11);
    assertThat(found.nullHigh()).isEqualTo(20);
    assertThat(found.pValue()).isCloseTo(3 / 22.0, within(1e-15));
  }

  @Test
  void noReplicateIsNoTest() {
    assertThatThrownBy(() -> test.withReplicates(0))
        .hasMessage("Invalid replicates 0: expected 1 or more");
  }

  private NullComparison information(String group, DiscreteSeries x, DiscreteSeries y) {
    return test.compare(
            group,
            statistic(x, y),
            stream -> statistic(x, y.reordered(stream.permutation(y.length()))))
        .get(0);
  }

  private static double[] statistic(DiscreteSeries x, DiscreteSeries y) {
    CountTable counts = CountTable.of(x, y);
    return new double[] {
      DiscreteEstimator.PLUG_IN.information(counts, new int[] {0}, new int[] {1})
    };
  }

  private static DiscreteSeries coin(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] letters = new int[length];
    Arrays.setAll(letters, i -> random.nextInt(2));
    return DiscreteSeries.of(letters);
  }
}
