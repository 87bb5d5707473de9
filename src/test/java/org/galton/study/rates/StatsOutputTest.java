package org.galton.study.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.console.TextTable;
import org.galton.job.figure.Figure;
import org.galton.job.figure.ModelStatistics;
import org.galton.job.figure.RolloutPlan;
import org.galton.job.figure.StatsResult;
import org.galton.statistics.Estimate;
import org.galton.statistics.rate.BetaBinomialFit;
import org.galton.statistics.rate.Truncation;
import org.junit.jupiter.api.Test;

/** What {@code galton stats} prints, as text and as JSON. */
final class StatsOutputTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private static final List<Figure> FIGURES =
      List.of(
          new Figure(
              "pass@k",
              8,
              new Estimate(
                  OptionalDouble.of(0.75),
                  OptionalDouble.of(0.125),
                  OptionalDouble.of(0.5),
                  OptionalDouble.of(1),
                  3,
                  1),
              "unbiased"),
          new Figure("maj@n", null, new Estimate(NONE, NONE, NONE, NONE, 0, 4), "one vote"));

  private static final RolloutPlan NO_PLAN =
      new RolloutPlan(
          Optional.empty(), 4, 2500, NONE, new BetaBinomialFit.NotIdentifiable("too few prompts"));

  private static final ModelStatistics SMALL =
      new ModelStatistics(
          "", 4, 10_000, OptionalInt.empty(), FIGURES, NO_PLAN, Optional.empty(), 0, 0, 0);

  @Test
  void theTableHasARowPerFigureAndNullWhereThereIsNone() {
    assertThat(StatsTable.heading(SMALL)).isEqualTo("4 prompts, 10,000 rollouts");
    assertThat(TextTable.of(StatsTable.FIGURES, SMALL.figures()).toString())
        .isEqualTo(
            """
            metric   value  standard error     low    high  prompts  short
            ──────  ──────  ──────────────  ──────  ──────  ───────  ─────
            pass@8  0.7500          0.1250  0.5000  1.0000        3      1
            maj@n     NULL            NULL    NULL    NULL        0      4
            """);
    assertThat(StatsTable.warnings(SMALL))
        .containsExactly(
            "Few prompts (4): with fewer than 30 the intervals are rough, and those of small rates"
                + " are often too narrow.");
  }

  @Test
  void familiesAndCutOffRolloutsBringTheirWarnings() {
    ModelStatistics model =
        new ModelStatistics(
            "m",
            1000,
            10_000,
            OptionalInt.of(3),
            FIGURES,
            NO_PLAN,
            Truncation.of(5000, 10_000),
            2,
            1234,
            0);

    assertThat(StatsTable.heading(model))
        .isEqualTo("m: 1,000 prompts in 3 families, 10,000 rollouts");
    assertThat(StatsTable.warnings(model))
        .containsExactly(
            "Few prompt families (3): below 20 the clustered error is itself badly known.",
            "50.0 % of the rollouts were cut off (95 % interval 49.0 to 51.0 %): the figures say as"
                + " much about the token limit as about the model.",
            "1,234 rollouts that were cut off are judged right and count as wrong; --truncated"
                + " judged counts them as given.",
            "All rollouts of 2 prompts were cut off: nothing was decided there.");
  }

  @Test
  void theJsonDocumentHoldsTheSameAndNullForWhatDoesNotExist() throws Exception {
    String expected =
        """
        {"input": "a.csv", "models": [{
          "model": null, "prompts": 4, "rollouts": 10000, "clusters": null,
          "metrics": [
            {"metric": "pass@k", "k": 8, "value": 0.75, "standard_error": 0.125, "ci_low": 0.5,
             "ci_high": 1.0, "prompts": 3, "prompts_short": 1, "method": "unbiased"},
            {"metric": "maj@n", "k": null, "value": null, "standard_error": null, "ci_low": null,
             "ci_high": null, "prompts": 0, "prompts_short": 4, "method": "one vote"}],
          "plan": {"prompts": 4, "rollouts_per_prompt": 2500, "variance_between": null,
            "variance_within": null, "share_of_rollouts": null, "undrawn_correct_mass": null,
            "prompts_needed": [], "detectable_difference": null,
            "undrawn": {"riskiest_probability": 0.0007993605115907274,
              "squares_of_one": %s, "squares_at_most": %s},
            "not_identifiable": "too few prompts"}}]}
        """;
    String printed =
        StatsJson.of(new StatsResult("run-1", "a.csv", List.of(SMALL)), List.of()).toPrettyString();

    ObjectMapper mapper = new ObjectMapper();
    JsonNode found = mapper.readTree(printed);
    JsonNode undrawn = found.at("/models/0/plan/undrawn");
    double ofOne = undrawn.get("squares_of_one").asDouble();
    double atMost = undrawn.get("squares_at_most").asDouble();
    // p² (1-p)²⁵⁰⁰ at p = 2/2502, and p (1-p)²⁵⁰⁰ at p = 1/2501.
    assertThat(ofOne).isCloseTo(8.6545335771e-8, within(1e-17));
    assertThat(atMost).isCloseTo(1.4712235298e-4, within(1e-13));
    assertThat(found).isEqualTo(mapper.readTree(expected.formatted(ofOne, atMost)));
  }
}
