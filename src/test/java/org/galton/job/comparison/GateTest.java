package org.galton.job.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.gate.JudgedGate;
import org.galton.job.gate.LimitGate;
import org.galton.job.run.RunAddress;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GateTest {
  @TempDir private Path folder;

  /** From a to b the mean over eight prompts falls by 0.09375. */
  @BeforeEach
  void countRollouts() {
    new CountedRun(folder, "run-1")
        .cell("a", "sums", 4, 0, 4, 0, 2, 3, 1, 4, 0, 4)
        .cell("b", "sums", 4, 0, 2, 0, 2, 2, 1, 4, 1, 3)
        .write();
  }

  @Test
  void dropIsMissedOnlyWhereItIsBeyondDoubt() {
    // The drop is 0.09375 with a standard error of 0.0809748087.
    GateVerdict atEighty = verdict("pass@1 drops by more than 0.02", 0.8);
    GateVerdict atNinetyFive = verdict("pass@1 drops by more than 0.02", 0.95);

    assertThat(atEighty.missed()).isTrue();
    assertThat(atNinetyFive.missed()).isFalse();
    assertThat(atNinetyFive.change()).isEqualTo(0.09375);
    // Wilson's bound of (1 - 0.09375) / 2 at the size that has this error with Student's 7 degrees.
    assertThat(atNinetyFive.atLeast()).isCloseTo(-0.0600635912, within(1e-9));
    assertThat(atEighty.sentence())
        .isEqualTo(
            "Gate missed on sums: pass@1 drops by more than 0.02; the drop from a to b is 0.0938,"
                + " and with 80 % confidence more than 0.0209.");
    assertThat(atNinetyFive.sentence())
        .isEqualTo(
            "Gate passed on sums: pass@1 drops by more than 0.02; the drop from a to b is 0.0938,"
                + " and with 95 % confidence more than -0.0601.");
  }

  @Test
  void riseIsTheOtherDirection() {
    GateVerdict verdict = verdict("mean@n rises by more than 0", 0.95);

    assertThat(verdict.missed()).isFalse();
    assertThat(verdict.change()).isEqualTo(-0.09375);
  }

  /**
   * Wilson's bounds at the size that has this error with Student's 7 degrees, by mpmath with 30
   * digits; the quantile's solver is good to some 1e-11.
   */
  @Test
  void aLimitIsOfTheCandidateAndMissedOnlyWhereItIsBeyondDoubt() {
    JudgedGate below = limit("pass@1 below 0.7");
    JudgedGate above = limit("pass@1 above 0.29");

    assertThat(below.figure()).isEqualTo(0.46875);
    assertThat(below.low()).isCloseTo(0.28078770471504480, within(1e-9));
    assertThat(below.high()).isCloseTo(0.66601840270707767, within(1e-9));
    assertThat(below.missed()).isTrue();
    assertThat(above.missed()).isFalse();
    assertThat(below.sentence())
        .isEqualTo(
            "Gate missed: pass@1 below 0.7; pass@1 of b on sums is 0.4688, and with 95 % confidence"
                + " less than 0.6660.");
    assertThat(above.sentence())
        .isEqualTo(
            "Gate passed: pass@1 above 0.29; pass@1 of b on sums is 0.4688, and with 95 %"
                + " confidence more than 0.2808.");
    assertThat(limit("pass@1 below 0.66").missed()).isFalse();
    assertThat(limit("pass@1 above 0.28").missed()).isTrue();
  }

  @Test
  void aLimitThatCannotBeJudgedIsRefused() {
    assertThatThrownBy(() -> limit("pass@3 below 0.5"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot judge gate 'pass@3 below 0.5': b on sums has no pass@3; expected one of [pass@1,"
                + " pass@2, pass@4, mean@n, maj@n]");
    assertThatThrownBy(() -> LimitGate.parse("pass@1 drops by more than 0.1", 0.95))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot judge gate 'pass@1 drops by more than 0.1' on one run: expected 'FIGURE"
                + " below|above NUMBER', as in 'pass@1 below 0.5'; a change is judged by ./galton"
                + " compare");
    assertThatThrownBy(() -> LimitGate.parse("pass@1 below 0.5", 1))
        .hasMessage("Cannot judge with confidence 1.0: expected above 0.5 and below 1");
    new CountedRun(folder, "run-2").cell("a", "sums", 4, 0, 4).cell("b", "sums", 4, 0, 1).write();
    assertThatThrownBy(() -> limit("pass@1 below 0.5"))
        .hasMessage(
            "Cannot judge gate 'pass@1 below 0.5': pass@1 of b on sums has no error bar with 1"
                + " prompts; expected a figure with an interval: two prompts or more, in two clusters or more where they come in clusters");
  }

  @Test
  void gateThatCannotBeReadOrJudgedIsRefused() {
    assertThatThrownBy(() -> Gate.parse("pass falls", 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid gate 'pass falls': expected 'METRIC drops|rises by more than NUMBER',"
                + " METRIC being pass@K, mean@n or maj@n, as in 'pass@1 drops by more than 0.02',"
                + " or 'FIGURE below|above NUMBER', as in 'pass@1 below 0.5'");
    assertThatThrownBy(() -> verdict("pass@3 drops by more than 0.02", 0.95))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot judge gate 'pass@3 drops by more than 0.02': a and b have no pass@3 on sums;"
                + " expected one of [pass@1, pass@2, pass@4, mean@n, maj@n]");
    assertThatThrownBy(() -> Gate.parse("pass@1 drops by more than 0.02", 0.5))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot judge with confidence 0.5: expected above 0.5 and below 1");
  }

  @Test
  void gateWithoutAnErrorBarIsRefusedAndNotPassed() {
    new CountedRun(folder, "run-2").cell("a", "sums", 4, 0, 4).cell("b", "sums", 4, 0, 1).write();

    assertThatThrownBy(() -> verdict("pass@1 drops by more than 0.02", 0.95))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot judge gate 'pass@1 drops by more than 0.02': pass@1 of a and b on sums has no"
                + " error bar with 1 prompts; expected two prompts or more, in two clusters or"
                + " more, with enough rollouts in both");
  }

  private GateVerdict verdict(String gate, double confidence) {
    return Gate.parse(gate, confidence).judge(compared()).get(0);
  }

  private JudgedGate limit(String gate) {
    return compared().cells().get(0).judge(LimitGate.parse(gate, 0.95));
  }

  private ComparisonResult compared() {
    return new ComparisonJob(new Configuration())
        .run(
            new ComparisonRequest(
                RunAddress.parse(folder.toString()),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                Adjustment.HOCHBERG));
  }
}
