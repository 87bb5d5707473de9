package org.galton.game.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupStatistic;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.NullModel;
import org.galton.emergence.Observation;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.game.GroupSearch;
import org.galton.game.Marks;
import org.galton.game.SearchGame;
import org.galton.information.PidMeasure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the diagnostics of emergence see in players whose ways are known. */
final class MeasuredPlayersTest {
  private static final List<Integer> PERSONAS = IntStream.range(0, 10).boxed().toList();
  private static final int SURROGATES = 200;
  private static final EmergenceSettings SETTINGS =
      EmergenceSettings.withDefaults().withMeasures(List.of(PidMeasure.MMI));

  @Test
  void aWholeOfComplementaryPlayersForetellsItselfBetterThanTheyDo() {
    assertThat(significant("complementary", GroupStatistic.S_MACRO)).isGreaterThan(0.7);
  }

  @Tag("whole")
  @Test
  void independentPlayersAreClean() {
    for (GroupStatistic statistic :
        List.of(GroupStatistic.S_MACRO, GroupStatistic.I3, GroupStatistic.G3)) {
      assertThat(significant("independent", statistic)).as(statistic.label()).isLessThan(0.13);
    }
  }

  @Test
  void playersInLockstepAreNoWholeOfTheirOwn() {
    assertThat(significant("lockstep", GroupStatistic.S_MACRO)).isLessThan(0.13);
  }

  /** Share of the groups of all targets with p at most 0.05 against rotated series. */
  private static double significant(String player, GroupStatistic statistic) {
    GroupDiagnostics diagnostics = GroupDiagnostics.with(SETTINGS);
    int place = SETTINGS.statistics().indexOf(statistic);
    int groups = 0;
    int significant = 0;
    for (int target = 51; target <= 100; target++) {
      GroupTrajectory group = group(Players.named(player), target);
      if (group.rounds().length > SETTINGS.minTransitions()) {
        int exceedances = diagnostics.exceedances(group, NullModel.SHIFT, 0, SURROGATES)[place];
        groups++;
        significant += (1.0 + exceedances) / (1 + SURROGATES) <= 0.05 ? 1 : 0;
      }
    }
    return (double) significant / groups;
  }

  private static GroupTrajectory group(Player player, int target) {
    SearchGame game = new SearchGame(GroupSearch.defaults(), 1, target, PERSONAS);
    List<Observation> observations = new ArrayList<>();
    for (Marks end : Match.play(game, player, target)) {
      for (int round = 1; round <= end.moves().size(); round++) {
        observations.add(
            new Observation(round, "player-" + end.seat(), end.moves().get(round - 1).guess()));
      }
    }
    return GroupTrajectory.of("target-" + target, observations);
  }
}
