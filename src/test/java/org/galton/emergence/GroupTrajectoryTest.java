package org.galton.emergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.junit.jupiter.api.Test;

class GroupTrajectoryTest {

  @Test
  void agentsAreInStringOrderAndRoundsAscend() {
    GroupTrajectory group =
        GroupTrajectory.of(
            "g", List.of(at(9, "b", 4), at(2, "b", 2), at(9, "a", 3), at(2, "a", 1)));
    assertThat(group.agents()).containsExactly("a", "b");
    assertThat(group.rounds()).containsExactly(2, 9);
    assertThat(group.values()).isDeepEqualTo(new double[][] {{1, 3}, {2, 4}});
    assertThat(group.target()).isEmpty();
    assertThat(group.success()).isEmpty();
    assertThat(group.macro()).isEmpty();
  }

  @Test
  void twoValuesOfOneAgentInOneRoundAreRefused() {
    assertThatThrownBy(() -> GroupTrajectory.of("g7", List.of(at(3, "ann", 1), at(3, "ann", 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid group 'g7' with two values of agent 'ann' in round 3: expected one");
  }

  @Test
  void incompleteAndInfiniteRoundsAreLeftOutAndCounted() {
    GroupTrajectory group =
        GroupTrajectory.of(
            "g",
            List.of(
                at(1, "a", 1),
                at(1, "b", 1),
                at(2, "a", 1),
                at(3, "a", 1),
                at(3, "b", Double.NaN),
                at(4, "a", Double.POSITIVE_INFINITY),
                at(5, "a", 5),
                at(5, "b", 6)));
    assertThat(group.rounds()).containsExactly(1, 5);
    assertThat(group.incompleteRounds()).isEqualTo(1);
    assertThat(group.rejectedRounds()).isEqualTo(2);
  }

  @Test
  void aMacroSeriesKeepsTheRoundsThatHaveIt() {
    GroupTrajectory group =
        Groups.of("g", new double[] {1, 2, 3, 4})
            .withTarget(7)
            .withSuccess(true)
            .withMacro(Map.of(1, 10.0, 2, 20.0, 4, Double.NaN, 99, 1.0));
    assertThat(group.rounds()).containsExactly(1, 2);
    assertThat(group.macro().orElseThrow()).containsExactly(10, 20);
    assertThat(group.incompleteRounds()).isEqualTo(1);
    assertThat(group.rejectedRounds()).isEqualTo(1);
    assertThat(group.target()).hasValue(7);
    assertThat(group.success()).contains(true);
  }

  @Test
  void windows() {
    GroupTrajectory group = Groups.of("g", new double[] {1, 2, 3, 4, 5});
    assertThat(group.first(6)).isEmpty();
    assertThat(group.first(3).orElseThrow().values()[0]).containsExactly(1, 2, 3);
    List<GroupTrajectory> windows = group.windows(3, 2);
    assertThat(windows).hasSize(2);
    assertThat(windows.get(1).rounds()).containsExactly(3, 4, 5);
    assertThat(windows.get(1).before()).isEqualTo(2);
    assertThatThrownBy(() -> windows.get(1).withMacro(Map.of()))
        .hasMessage("Invalid window of group 'g': expected the whole group");
    assertThatThrownBy(() -> group.windows(0, 1))
        .hasMessage("Invalid window 0: expected 1 round or more");
    assertThatThrownBy(() -> group.withTarget(Double.NaN))
        .hasMessage("Invalid target NaN: expected a finite number");
  }

  @Test
  void travelsBetweenMachines() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(Groups.worked().withTarget(3));
      out.writeObject(GroupDiagnostics.with(EmergenceSettings.withDefaults()));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      GroupTrajectory group = (GroupTrajectory) in.readObject();
      GroupDiagnostics diagnostics = (GroupDiagnostics) in.readObject();
      assertThat(diagnostics.measure(group).values()).hasSize(18);
    }
  }

  private static Observation at(int round, String agent, double value) {
    return new Observation(round, agent, value);
  }
}
