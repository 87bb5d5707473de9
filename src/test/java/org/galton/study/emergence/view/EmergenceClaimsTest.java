package org.galton.study.emergence.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.junit.jupiter.api.Test;

class EmergenceClaimsTest {

  @Test
  void sayWhichNullsEachClaimSurvives() {
    assertThat(EmergenceClaims.of(SampleEmergence.rows().conditions()))
        .containsExactly(
            "plain: that pairs of agents tell more together than apart fails shift, survives row.",
            "plain: that the group predicts itself better than its agents do one by one fails every null (row and shift).",
            "plain: that a third agent adds to what two predict of the group fails every null (row and shift).",
            "persona: that pairs of agents tell more together than apart fails shift, survives row.",
            "persona: that the group predicts itself better than its agents do one by one fails every null (row and shift).",
            "persona: that a third agent adds to what two predict of the group fails every null (row and shift).",
            "tom: that pairs of agents tell more together than apart survives row and shift.",
            "tom: that the group predicts itself better than its agents do one by one survives row and shift.",
            "tom: that a third agent adds to what two predict of the group fails every null (row and shift).");
  }

  @Test
  void nameTheMeasuresWhereTheyDisagree() {
    List<EmergenceConditionRow> rows =
        List.of(
            SampleEmergence.condition("tom", "capacity", "imin", "row", true),
            SampleEmergence.condition("tom", "capacity", "imin", "shift", true),
            SampleEmergence.condition("tom", "capacity", "broja", "row", true),
            SampleEmergence.condition("tom", "capacity", "broja", "shift", false));
    assertThat(EmergenceClaims.of(rows))
        .containsExactly(
            "tom: that pairs of agents tell more together than apart survives row and shift by imin only.");
  }

  @Test
  void areSummedUpByThoseThatSurviveEverything() {
    assertThat(EmergenceClaims.summary(SampleEmergence.rows().conditions()))
        .isEqualTo(
            "Survives all nulls, of 9 claims. tom: pairs of agents tell more together than apart and the group predicts itself better than its agents do one by one.");
    assertThat(EmergenceClaims.summary(List.of()))
        .isEqualTo("No group could be compared with surrogates.");
    assertThat(
            EmergenceClaims.summary(
                List.of(SampleEmergence.condition("tom", "g3", null, "row", false))))
        .isEqualTo("None of 1 claims survives all of its nulls.");
  }
}
