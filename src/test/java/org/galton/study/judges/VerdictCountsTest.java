package org.galton.study.judges;

import static org.assertj.core.api.Assertions.assertThat;

import org.galton.study.judges.row.VerdictCountRow;
import org.junit.jupiter.api.Test;

final class VerdictCountsTest {

  /** Wrong like the others for every rate, and told apart from them. */
  @Test
  void truncatedVerdictsAreCountedApart() {
    VerdictCounts counts = new VerdictCounts();
    counts.add(verdict(0, "scored", "21", true, false, "box"));
    counts.add(verdict(1, "scored", "20", false, false, "last line"));
    counts.add(verdict(2, "unparsed", null, false, false, "truncated"));
    counts.add(verdict(3, "unparsed", null, false, false, null));
    counts.add(verdict(4, "unparsed", null, false, true, null));

    VerdictCountRow row = counts.plus(counts).row("run", null, "judge");

    assertThat(row.rollouts()).isEqualTo(10);
    assertThat(row.correct()).isEqualTo(2);
    assertThat(row.wrong()).isEqualTo(2);
    assertThat(row.truncated()).isEqualTo(2);
    assertThat(row.unparsed()).isEqualTo(2);
    assertThat(row.abstained()).isEqualTo(2);
    assertThat(row.weak()).isEqualTo(2);
    assertThat(counts.rate().value()).hasValue(0.2);
  }

  private static GivenVerdict verdict(
      int rollout,
      String status,
      String answer,
      boolean correct,
      boolean abstained,
      String foundBy) {
    return new GivenVerdict(
        "judge", "p", rollout, status, answer, correct, abstained, foundBy, null, null, null, null);
  }
}
