package org.galton.study.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.galton.information.InformationEstimator;
import org.galton.information.NullComparison;
import org.galton.information.PermutationTest;
import org.junit.jupiter.api.Test;

final class InformationOutputTest {
  private final InformationResult result =
      new InformationResult(
          "run-1",
          new InformationRequest(
              "rows.csv",
              List.of("length"),
              Optional.of("correct"),
              Optional.empty(),
              InformationEstimator.MILLER_MADOW,
              List.of(),
              OptionalInt.of(4),
              PermutationTest.withDefaults(),
              MissingValues.SKIPPED),
          1200,
          3,
          List.of(
              new InformationFigure(
                  "I(length; correct)",
                  "miller-madow",
                  new NullComparison(0.0412, -0.00001, -0.001, 0.0021, 1 / 201.0))),
          List.of("a warning"));

  @Test
  void figuresStandBesideChance() {
    assertThat(InformationOutput.text(result))
        .isEqualTo(
            """
            rows.csv: 1,200 rows (3 skipped for want of a value), bits beside 200 shuffles
            quantity            by              bits  chance  chance_95  corrected       p
            ──────────────────  ────────────  ──────  ──────  ─────────  ─────────  ──────
            I(length; correct)  miller-madow  0.0412  0.0000     0.0021     0.0412  0.0050
            """);
  }

  @Test
  void jsonHoldsEveryFigureUnrounded() {
    assertThat(InformationOutput.json(result))
        .hasToString(
            "{\"input\":\"rows.csv\",\"rows\":1200,\"rows_skipped\":3,\"estimator\":\"miller-madow\",\"permutations\":200,\"seed\":42,\"bins\":4,"
                + "\"figures\":[{\"quantity\":\"I(length; correct)\",\"by\":\"miller-madow\",\"bits\":0.0412,\"null_median\":-1.0E-5,\"null_q05\":-0.001,"
                + "\"null_q95\":0.0021,\"corrected\":0.041210000000000004,\"p_value\":0.004975124378109453}],\"warnings\":[\"a warning\"]}");
  }
}
