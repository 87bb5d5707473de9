package org.galton.emergence.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.galton.emergence.Detrending;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.Groups;
import org.galton.emergence.NullModel;
import org.galton.numerics.PortableStream;
import org.junit.jupiter.api.Test;

class SurrogatesTest {
  private static final EmergenceSettings SETTINGS = EmergenceSettings.withDefaults();

  private static double[][] drawn(NullModel model, GroupTrajectory group, EmergenceSettings how) {
    PreparedGroup prepared = PreparedGroup.of(group, how);
    double[][] series = new double[prepared.agents() + 1][prepared.places()];
    Surrogates.of(model, prepared, how)
        .draw(PortableStream.of(how.seed(), group.name(), model.label(), 0), series);
    return series;
  }

  /** The published stream's first permutation of five is 1 4 0 3 2. */
  @Test
  void rowsAreDealtByTheFirstPermutation() {
    GroupTrajectory group =
        Groups.of(
            "g1",
            new double[] {0, 10},
            new double[] {1, 11},
            new double[] {2, 12},
            new double[] {3, 13},
            new double[] {4, 14});
    double[][] series = drawn(NullModel.ROW, group, SETTINGS);
    assertThat(column(series, 0)).containsExactly(1, 4, 0, 3, 2);
    assertThat(column(series, 1)).containsExactlyInAnyOrder(10, 11, 12, 13, 14);
  }

  private static double[] column(double[][] series, int place) {
    return Arrays.stream(series).limit(series.length - 1).mapToDouble(one -> one[place]).toArray();
  }

  @Test
  void shiftsRotateEachAgentByItsOffset() {
    GroupTrajectory group = Groups.noise(4, 9, 3);
    double[][] series = drawn(NullModel.SHIFT, group, SETTINGS);
    PortableStream stream = PortableStream.of(42, group.name(), "shift", 0);
    for (int i = 0; i < 4; i++) {
      int offset = stream.below(9);
      for (int t = 0; t < 9; t++) {
        assertThat(series[i][t]).isEqualTo(group.values()[i][Math.floorMod(t - offset, 9)]);
      }
    }
  }

  @Test
  void blocksStayTogether() {
    GroupTrajectory group =
        Groups.of(
            "g", new double[] {0, 1, 2, 3, 4, 5, 6, 7}, new double[] {0, 1, 2, 3, 4, 5, 6, 7});
    double[][] series = drawn(NullModel.BLOCK, group, SETTINGS.withBlockLength(3));
    PortableStream stream = PortableStream.of(42, "g", "block", 0);
    for (int i = 0; i < 2; i++) {
      int[] order = stream.permutation(3);
      double[] values = group.values()[i];
      double[] expected =
          Arrays.stream(order)
              .boxed()
              .flatMapToDouble(
                  block -> Arrays.stream(values, 3 * block, Math.min(8, 3 * block + 3)))
              .toArray();
      assertThat(series[i]).containsExactly(expected);
    }
  }

  @Test
  void blocksHaveTheCubeRootOfTheRounds() {
    assertThat(Surrogates.blockLength(5)).isEqualTo(2);
    assertThat(Surrogates.blockLength(8)).isEqualTo(2);
    assertThat(Surrogates.blockLength(20)).isEqualTo(3);
    assertThat(Surrogates.blockLength(27)).isEqualTo(3);
    assertThat(Surrogates.blockLength(28)).isEqualTo(4);
  }

  @Test
  void timesAreFreePermutations() {
    GroupTrajectory group = Groups.noise(2, 9, 5);
    double[][] series = drawn(NullModel.TIME, group, SETTINGS);
    PortableStream stream = PortableStream.of(42, group.name(), "time", 0);
    for (int i = 0; i < 2; i++) {
      int[] order = stream.permutation(9);
      for (int t = 0; t < 9; t++) {
        assertThat(series[i][t]).isEqualTo(group.values()[i][order[t]]);
      }
    }
  }

  /** One agent alone: the target is between 21 and 49 after the first guess. */
  @Test
  void searchersHalveTheirIntervalOnTheirOwnFeedback() {
    GroupTrajectory group = Groups.of("g", new double[6]).withTarget(51);
    double[] guesses = drawn(NullModel.FUNCTIONAL, group, SETTINGS)[0];
    double speed = 0.3 + 0.4 * PortableStream.of(42, "g", "functional", 0).unit();
    double low = 0;
    for (double guess : guesses) {
      assertThat(guess).isEqualTo(Math.rint(low + speed * (50 - low)));
      low = guess + 1 >= 50 ? Math.max(0, guess - 3) : guess + 1;
    }
  }

  @Test
  void aWindowIsTheSameStretchOfTheSearch() {
    GroupTrajectory group = Groups.noise(3, 12, 8).withTarget(60);
    double[][] whole = drawn(NullModel.FUNCTIONAL, group, SETTINGS);
    double[][] window = drawn(NullModel.FUNCTIONAL, group.windows(5, 4).get(1), SETTINGS);
    assertThat(window[2]).containsExactly(Arrays.copyOfRange(whole[2], 4, 9));
  }

  @Test
  void aLineIsTakenOffTheSurrogatesOfSearchersToo() {
    GroupTrajectory group = Groups.noise(3, 12, 8).withTarget(60);
    double[][] series =
        drawn(NullModel.FUNCTIONAL, group, SETTINGS.withDetrending(Detrending.LINEAR));
    assertThat(Arrays.stream(series[0]).sum()).isCloseTo(0, within(1e-9));
  }

  @Test
  void detrendedLinesAreConstantAndSumsOfResidualsKeepTheirTies() {
    GroupTrajectory lines =
        Groups.of("g", new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, new double[] {7, 5, 3, 1, -1});
    PreparedGroup prepared = PreparedGroup.of(lines, SETTINGS.withDetrending(Detrending.LINEAR));
    for (double[] series : prepared.series()) {
      assertThat(series).containsOnly(0);
    }
    PreparedGroup tenths =
        PreparedGroup.of(
            Groups.of("g", new double[] {0.1, 0.3}, new double[] {0.2, 0.0}), SETTINGS);
    assertThat(tenths.series()[2][0]).isEqualTo(tenths.series()[2][1]);
  }
}
