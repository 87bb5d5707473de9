package org.galton.reinforce.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.table.ScoreRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DerivedScoresTest {
  private static final int ROLLOUTS = 40_000;

  private static ScoreRow verdict(int rollout, String status, Boolean correct, String answer) {
    return new ScoreRow(
        "m",
        "t",
        "g1",
        "judge/1",
        "p" + rollout / 16,
        rollout % 16,
        status,
        answer,
        correct,
        correct == null ? null : Boolean.FALSE,
        correct == null ? null : Double.valueOf(correct ? 1 : 0),
        correct == null ? "gave up" : null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A quarter is right. */
  private static List<ScoreRow> truths() {
    return IntStream.range(0, ROLLOUTS)
        .mapToObj(i -> verdict(i, "scored", i % 4 == 0, "a"))
        .toList();
  }

  private static List<ScoreRow> scored(double error) {
    RewardModel.Noisy model = new RewardModel.Noisy(error, new VerdictSource.OfTask());
    return truths().stream().map(row -> DerivedScores.noisy(row, model, "noisy")).toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.25, 0.5})
  void noisyModelErrsAsOftenAsItSaysOnRightAndOnWrongOnes(double error) {
    List<ScoreRow> scored = scored(error);
    List<ScoreRow> truths = truths();
    for (boolean right : new boolean[] {true, false}) {
      int[] of =
          IntStream.range(0, ROLLOUTS).filter(i -> truths.get(i).correct() == right).toArray();
      double wrong =
          IntStream.of(of).filter(i -> scored.get(i).correct() != right).count()
              / (double) of.length;
      // Four standard errors of a binomial share: missed once in 16,000 times.
      double bound = 4 * Math.sqrt(error * (1 - error) / of.length);
      assertThat(wrong).as("right %s", right).isCloseTo(error, within(bound));
    }
  }

  @Test
  void noisyScoresAreUniformOnTheSideOfWhatTheModelSays() {
    for (ScoreRow row : scored(0.25)) {
      assertThat(row.reward()).isBetween(row.correct() ? 0.5 : 0, row.correct() ? 1 : 0.5);
    }
    for (boolean says : new boolean[] {true, false}) {
      double[] places =
          scored(0.25).stream()
              .filter(row -> row.correct() == says)
              .mapToDouble(row -> 2 * row.reward() - (says ? 1 : 0))
              .sorted()
              .toArray();
      double largest =
          IntStream.range(0, places.length)
              .mapToDouble(i -> Math.abs(places[i] - (i + 0.5) / places.length))
              .max()
              .orElseThrow();
      // Kolmogorov: above 1.95/sqrt(n) once in a thousand times.
      assertThat(largest).isLessThan(1.95 / Math.sqrt(places.length));
    }
  }

  @Test
  void noisyScoreFollowsFromTheKeyOfTheRolloutAlone() {
    List<ScoreRow> once = scored(0.25);
    assertThat(scored(0.25)).isEqualTo(once);
    RewardModel.Noisy model = new RewardModel.Noisy(0.25, new VerdictSource.OfTask());
    ScoreRow other = verdict(77, "scored", false, "another answer");
    ScoreRow alone = DerivedScores.noisy(other, model, "noisy");
    assertThat(alone.reward()).isEqualTo(once.get(77).reward());
    assertThat(once.stream().map(ScoreRow::reward).distinct().count()).isGreaterThan(ROLLOUTS - 10);
  }

  @Test
  void rolloutWithoutATruthHasNoScore() {
    RewardModel.Noisy model = new RewardModel.Noisy(0.25, new VerdictSource.OfTask());
    ScoreRow row = DerivedScores.noisy(verdict(1, "unscored", null, null), model, "noisy");
    assertThat(row.status()).isEqualTo("unscored");
    assertThat(row.reward()).isNull();
    assertThat(row.correct()).isNull();
  }

  @Test
  void formMakesRightAnswersWrongAndNeverWrongOnesRight() {
    Pattern form = Pattern.compile("[^*/]*");
    assertThat(formed(verdict(1, "scored", true, "3+4"), form).correct()).isTrue();
    ScoreRow missed = formed(verdict(1, "scored", true, "3*4"), form);
    assertThat(missed.correct()).isFalse();
    assertThat(missed.reward()).isZero();
    assertThat(missed.detail()).isEqualTo("right, but not of the form");
    assertThat(formed(verdict(1, "scored", false, "3+4"), form).correct()).isFalse();
    assertThat(formed(verdict(1, "unparsed", false, null), form).correct()).isFalse();
    assertThat(formed(verdict(1, "unscored", null, null), form).correct()).isNull();
  }

  private static ScoreRow formed(ScoreRow row, Pattern form) {
    return DerivedScores.formed(row, form, "form");
  }

  @Test
  void errorBeyondChanceIsRefused() {
    assertThatThrownBy(() -> new RewardModel.Noisy(0.6, new VerdictSource.OfTask()))
        .hasMessage("Invalid error 0.6: expected 0 to 0.5, which is chance");
  }
}
