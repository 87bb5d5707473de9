package org.galton.emergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.information.PidMeasure;
import org.junit.jupiter.api.Test;

/** Independent persistent agents are called aligned as often as the level says, and no more. */
final class OffsetNullTest {
  private static final int GROUPS = 150;
  private static final EmergenceSettings SETTINGS =
      EmergenceSettings.withDefaults()
          .withMeasures(List.of(PidMeasure.IMIN, PidMeasure.MMI))
          .withSurrogates(99);

  /**
   * Of 150 groups at a level of 5 % some 7.5 are expected with a standard deviation of 2.7: 16 are
   * three of these away. The rotated series of the null shift call 20 to 25 % of them aligned.
   */
  @Test
  void persistentAgentsAreNotAligned() {
    int[] offset = significant(NullModel.OFFSET);
    int[] shift = significant(NullModel.SHIFT);
    for (int s = 0; s < offset.length; s++) {
      assertThat(offset[s]).as(SETTINGS.statistics().get(s).label()).isLessThanOrEqualTo(16);
    }
    int capacity =
        SETTINGS
            .statistics()
            .indexOf(new PairStatistic(PairStatistic.Summary.CAPACITY, PidMeasure.IMIN));
    assertThat(shift[capacity]).isGreaterThan(20);
  }

  private static int[] significant(NullModel model) {
    GroupDiagnostics diagnostics = GroupDiagnostics.with(SETTINGS);
    int[][] exceedances =
        IntStream.range(0, GROUPS)
            .mapToObj(g -> diagnostics.exceedances(persistent(g), model, 0, 99))
            .toArray(int[][]::new);
    int[] significant = new int[SETTINGS.statistics().size()];
    for (int[] group : exceedances) {
      for (int s = 0; s < significant.length; s++) {
        significant[s] += group[s] + 1 <= 5 ? 1 : 0;
      }
    }
    return significant;
  }

  /** Ten stationary autoregressions of coefficient 0.9 over twenty rounds. */
  private static GroupTrajectory persistent(int number) {
    SplittableRandom random = new SplittableRandom(777L + 31L * number);
    List<Observation> observations = new ArrayList<>();
    for (int agent = 0; agent < 10; agent++) {
      double value = random.nextGaussian() / Math.sqrt(1 - 0.81);
      for (int round = 1; round <= 20; round++) {
        observations.add(new Observation(round, "agent " + agent, value));
        value = 0.9 * value + random.nextGaussian();
      }
    }
    return GroupTrajectory.of("group " + number, observations);
  }

  @Test
  void aGroupWithoutRoomIsRefused() {
    GroupTrajectory group = Groups.noise(3, 9, 1);
    assertThat(GroupDiagnostics.with(SETTINGS).refusal(group, NullModel.OFFSET))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .endsWith(
                        "against the null offset: it has no more than 8 transitions, so no room for"
                            + " other windows"));
    assertThat(GroupDiagnostics.with(SETTINGS).refusal(Groups.noise(3, 10, 1), NullModel.OFFSET))
        .isEmpty();
  }
}
