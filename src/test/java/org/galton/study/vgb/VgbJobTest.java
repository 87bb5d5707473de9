package org.galton.study.vgb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.galton.search.generated.SequenceTask;
import org.galton.search.generated.ValueRule;
import org.galton.study.vgb.row.VgbHorizonRow;
import org.junit.jupiter.api.Test;

final class VgbJobTest {

  @Test
  void lateValuesMissTheTargetAsPrintedAndTheWalkDoesNot() {
    VgbResult result = run(SequenceTask.TILT, ValueRule.DELAYED, 4, 8);
    assertThat(result.rows()).extracting(VgbHorizonRow::horizon).containsExactly(4, 8);
    VgbHorizonRow four = result.rows().get(0);
    assertThat(four.oneWayTv()).isEqualTo(.321916, within(5.1e-7));
    assertThat(four.firstLeafTv()).isEqualTo(.114278, within(5.1e-7));
    assertThat(result.rows().get(1).oneWayTv()).isEqualTo(.489598, within(5.1e-7));
    assertThat(result.rows()).allMatch(row -> row.walkTv() == 0 && row.oneWayLost() == 0);
    // e^4 over ((1 + e) / 2)^4, times 4 tokens.
    assertThat(four.rejectionTokens()).isEqualTo(18.28053, within(1e-5));
    assertThat(VgbText.of(result)).contains("0.321916").contains("delayed");
    assertThat(VgbText.json(result).at("/rows/0/one_way_tv").asDouble()).isEqualTo(four.oneWayTv());
  }

  @Test
  void exactValuesCostARoundTripOfTwiceTheSquareOfTheLength() {
    for (VgbHorizonRow row : run(SequenceTask.DYCK, ValueRule.EXACT, 4, 6, 10).rows()) {
      assertThat(row.oneWayTv()).isZero();
      assertThat(row.valueError().orElseThrow()).isLessThan(1e-12);
      assertThat(row.roundTripMoves()).isEqualTo(2.0 * row.horizon() * row.horizon(), within(1e-9));
      assertThat(row.leafMass()).isEqualTo(0.5 / row.horizon(), within(1e-12));
    }
  }

  @Test
  void aTaskWithoutATargetIsSaidSo() {
    assertThatThrownBy(() -> run(SequenceTask.DYCK, ValueRule.NOISY, 5))
        .hasMessage(
            "Cannot walk on dyck of 5 tokens with noisy values: tau is 0 at every leaf that the"
                + " reference reaches; expected one above 0: there is no target");
  }

  private static VgbResult run(SequenceTask task, ValueRule rule, Integer... horizons) {
    return VgbJob.run(
        new VgbRequest(List.of(task), List.of(rule), List.of(horizons), List.of(1000), 0.5, 42),
        "run");
  }
}
