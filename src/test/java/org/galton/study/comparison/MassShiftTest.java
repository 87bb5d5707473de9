package org.galton.study.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.galton.console.LocalSpark;
import org.galton.job.comparison.CellComparison;
import org.galton.job.comparison.CellPair;
import org.galton.job.comparison.ComparedCell;
import org.galton.job.comparison.ComparisonResult;
import org.galton.job.figure.AnswerCounts;
import org.galton.spec.InvalidInput;
import org.galton.statistics.mass.MassChange;
import org.galton.table.PromptStatisticsRow;
import org.junit.jupiter.api.Test;

final class MassShiftTest {
  /** Together .4 .2 .1 .2 .1 of right a, wrong b, right c, no answer, right e; A drew a and b. */
  private static final AnswerCounts BEFORE = new AnswerCounts(Map.of("a", 1), Map.of("b", 1), 0);

  private static final AnswerCounts AFTER =
      new AnswerCounts(Map.of("a", 3, "c", 1, "e", 1), Map.of("b", 1), 2);

  @Test
  void aPromptHasItsKnownAnswers() {
    MassChange change = MassShift.change(BEFORE, AFTER);
    assertThat(change.correctMass()).isCloseTo(0.6, within(1e-12));
    assertThat(change.meanReward()).isCloseTo(0.2, within(1e-12));
    assertThat(change.drawnCorrect()).isCloseTo(0.0256, within(1e-12));
    assertThat(change.drawnWrong()).isCloseTo(0.0144, within(1e-12));
    assertThat(change.undrawn()).isCloseTo(0.0016, within(1e-12));
    assertThat(change.total()).isCloseTo(0.0416, within(1e-12));
  }

  @Test
  void onlyPromptsOfBothWithRolloutsCount() {
    AnswerCounts none = new AnswerCounts(Map.of(), Map.of(), 0);
    MassShift shift =
        MassShift.of(
            null,
            Map.of("p", BEFORE, "q", BEFORE, "r", none),
            Map.of("p", AFTER, "r", AFTER, "s", AFTER));
    assertThat(shift.prompts()).isEqualTo(1);
    assertThat(shift.observed()).isCloseTo(5 / 8.0 - 1 / 2.0, within(1e-12));
    assertThat(shift.total()).isCloseTo(0.0416, within(1e-12));
  }

  @Test
  void aRunThatKeepsNoAnswersIsNamed() {
    CellPair pair = new CellPair(given("first"), given("second"));
    ComparisonResult result =
        new ComparisonResult(
            "c", List.of(new CellComparison(pair, List.of(), List.of())), List.of());
    assertThatThrownBy(() -> new MassBalanceJob(LocalSpark.session()).run(result))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot balance the mass of first on t: its run keeps the counts of a file, not its"
                + " answers; compare runs that Galton drew or imported, or leave --mass-balance"
                + " out");
  }

  private static ComparedCell given(String model) {
    PromptStatisticsRow row =
        new PromptStatisticsRow(
            "r", "s", model, "t", "given", "given", "v", "p", "p", 4, 2, 0, 0, 0, 0, 0, 1, null,
            null, null, null, 2.0);
    return new ComparedCell(
        "out",
        "r",
        model,
        "t",
        "given",
        "given",
        "v",
        new TreeSet<>(),
        new TreeMap<>(Map.of("p", row)));
  }
}
