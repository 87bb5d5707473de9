package org.galton.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.report.Fact;
import org.galton.report.ReportWriterTest;
import org.galton.table.ComparisonRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.SecondStage;
import org.junit.jupiter.api.Test;

/** What the page draws and says of a run's statistics. */
class ReportStatisticsTest {
  private static final SampleSweep SWEEP = SampleSweep.usual();

  @Test
  void extrapolatedPointsFollowTheDrawnOnes() {
    Curves.Curve curve = page(SWEEP.report()).charts().curves().get(0).curves().get(3);

    assertThat(curve.points().get(curve.points().size() - 1).k()).isEqualTo(128);
    assertThat(curve.beyond()).extracting(Curves.Ahead::k).containsExactly(256, 512, 1024, 2048);
    assertThat(page(SWEEP.report()).extrapolated()).isTrue();
    assertThat(page(SWEEP.report()).curves().get(1).note())
        .isEqualTo(
            "Prompts never solved by any rollout: @60\u00a068.8\u202f%, @250\u00a046.9\u202f%,"
                + " @1000\u00a021.9\u202f%, @4000\u00a00.0\u202f%.");
  }

  @Test
  void aSweepWithoutExtrapolationSaysNothingOfOne() throws Exception {
    SweepReport report = with(without("extrapolated_pass@k"));

    assertThat(page(report).extrapolated()).isFalse();
    assertThat(ReportWriterTest.page(report)).doesNotContain("from a beta distribution fitted");
    assertThat(ReportWriterTest.page(SWEEP.report())).contains("from a beta distribution fitted");
  }

  @Test
  void undrawnMassIsAShareOfThePassRateAndEndsAfterAllRollouts() {
    Curves.Curve curve = page(SWEEP.report()).charts().undrawn().get(1).curves().get(0);
    double passRate = value("countdown", 0, "pass@k", 1);

    assertThat(curve.points())
        .extracting(Curves.Point::k)
        .containsExactly(1, 2, 4, 8, 16, 32, 64, 128);
    assertThat(curve.points().get(2).value())
        .isCloseTo(value("countdown", 0, "undrawn_correct_mass@k", 4) / passRate, within(1e-12));
    assertThat(curve.points().get(7).value())
        .isCloseTo(value("countdown", 0, "undrawn_correct_mass", null) / passRate, within(1e-12));
  }

  @Test
  void aModelThatIsNeverRightHasNoUndrawnShare() {
    List<MetricRow> never =
        SWEEP.report().metrics().stream()
            .map(row -> row.model().equals(SWEEP.model(0)) ? withValue(row, 0.0) : row)
            .toList();

    assertThat(page(with(never)).charts().undrawn().get(0).curves())
        .extracting(Curves.Curve::model)
        .containsExactly(1, 2, 3);
  }

  @Test
  void solveRatesFallIntoNeverTenStepsAndAlways() {
    int[] correct = {0, 0, 1, 2, 3, 4, 18, 19, 20};
    List<PromptStatisticsRow> rows =
        IntStream.range(0, correct.length).mapToObj(p -> counted(p, 20, correct[p], 0)).toList();

    SolveRates rates = page(counted(rows)).charts().rates().get(0);

    assertThat(rates.histograms()).hasSize(1);
    assertThat(rates.histograms().get(0).prompts()).isEqualTo(9);
    assertThat(rates.histograms().get(0).counts())
        .containsExactly(2, 1, 2, 1, 0, 0, 0, 0, 0, 0, 2, 1);
    assertThat(page(counted(rows)).rates().get(0).table().rows().get(0))
        .containsExactly("@60", "2", "1", "2", "1", "0", "0", "0", "0", "0", "0", "2", "1");
  }

  @Test
  void aBudgetIsToldWithTheRangeOfRolloutsAndWhatIsMadeOfThem() throws Exception {
    SweepReport report =
        counted(
            List.of(
                staged(0, 4, 0, new SecondStage(2, 1, 0, 1.0, 0.5, 0.2)),
                staged(1, 4, 2, new SecondStage(17, 9, 3, 0.25, 0.25, 0.5))));

    assertThat(page(report).facts())
        .contains(
            new Fact(
                "Budget",
                "arithmetic: a pilot of 4 for every prompt, then more: 6 to 24 rollouts, 15.0 in the"
                    + " mean. pass@k and mean@n are made of both stages by weights fixed beforehand;"
                    + " all other figures are of the pilot."));
    assertThat(page(report).tasks().get(0).rollouts()).isEqualTo("6 to 24");
    assertThat(page(report).outcomes().get(0).lines().get(0).never())
        .as("solved in the second stage")
        .isZero();
    assertThat(ReportWriterTest.page(report)).contains("Here they are of the pilot");
    assertThat(ReportWriterTest.page(SWEEP.report())).doesNotContain("of the pilot");
  }

  @Test
  void rolloutsCutAtTheLimitAreToldAtTheTop() {
    assertThat(page(counted(List.of(counted(0, 20, 9, 1)))).alarms()).isEmpty();
    assertThat(page(counted(List.of(counted(0, 50, 9, 3)))).alarms())
        .singleElement()
        .asString()
        .startsWith(
            "More than 5\u202f% of the rollouts were cut at the token limit: 6.0\u202f% of @60 on"
                + " arithmetic. They count as wrong");
    assertThat(page(counted(List.of(counted(0, 20, 9, 8), counted(1, 20, 9, 0)))).alarms())
        .singleElement()
        .asString()
        .startsWith("More than 10\u202f% of the rollouts were cut at the token limit: 20.0\u202f%")
        .endsWith("raise max_tokens.");
  }

  @Test
  void searchesThatFoundNothingAreNoMatterOfTheLimit() {
    PromptStatisticsRow row = counted(0, 20, 9, 8, "temperature=1 sampler=rejection candidates=8");
    assertThat(page(counted(List.of(row))).alarms())
        .singleElement()
        .asString()
        .startsWith("More than 10\u202f% of the searches found nothing: 40.0\u202f% of @60")
        .doesNotContain("max_tokens");
  }

  @Test
  void differencesOfTheRunComeBeforeThoseWithOtherRuns() {
    List<ForestPlot> forests = page(SWEEP.report()).forests();

    assertThat(forests)
        .extracting(ForestPlot::title)
        .containsExactly("arithmetic", "countdown", "countdown, with other runs");
    assertThat(forests.get(0).groups())
        .extracting(ForestPlot.Group::metric)
        .containsExactly("pass@1", "maj@n");
    assertThat(forests.get(0).groups().get(0).lines())
        .extracting(ForestPlot.Line::label)
        .containsExactly("@250 − @60", "@1000 − @250", "@4000 − @1000");
    assertThat(forests.get(2).groups().get(0).lines())
        .extracting(ForestPlot.Line::label)
        .containsExactly("@4000 of other-run − @4000");
    assertThat(forests.get(0).table().rows().get(0))
        .containsExactly(
            "@250 − @60",
            "pass@1",
            "50.0",
            "70.0",
            "+20.0",
            "+16.0 to +24.0",
            "< 0.001",
            "0.001",
            "32");
  }

  @Test
  void ofTwoComparisonsOfTheSameCellsTheRunsOwnIsShownAndElseTheLatest() {
    String run = SampleSweep.run().runId();
    String a = SWEEP.model(0);
    String b = SWEEP.model(1);
    List<ForestPlot> forests =
        page(compared(
                SampleSweep.difference(run, "arithmetic", a, run, b, "mean@n"),
                SampleSweep.difference("comparison-1", "arithmetic", b, run, a, "mean@n"),
                SampleSweep.difference("comparison-2", "arithmetic", a, "other", b, "mean@n"),
                SampleSweep.difference("comparison-3", "arithmetic", a, "other", b, "mean@n"),
                SampleSweep.difference(run, "arithmetic", a, run, b, "pass@k")))
            .forests();

    assertThat(forests).hasSize(2);
    assertThat(forests.get(0).groups().get(0).lines())
        .extracting(ForestPlot.Line::label)
        .containsExactly("@250 − @60");
    assertThat(forests.get(1).groups().get(0).lines()).hasSize(1);
  }

  @Test
  void theHeadlineIsShortAndTheFamilyIsWhole() {
    MetricTable table = page(SWEEP.report()).metrics().get(0);

    assertThat(table.columns())
        .containsExactly(
            "pass@1",
            "pass@16",
            "pass@128",
            "maj@n",
            "never solved",
            "answer entropy, nats",
            "tokens",
            "truncated");
    assertThat(table.family().groups())
        .extracting(MetricFamily.Group::metric)
        .contains("undrawn_correct_mass@k, %", "answer_entropy, nats", "completion_tokens, tokens");
    assertThat(table.family().groups().stream().mapToInt(group -> group.lines().size()).sum())
        .isEqualTo(8 + 4 + 1 + 1 + 7 + 1 + 1 + 1 + 1);
    assertThat(table.family().notes()).contains("No interval: the method gives none.");
  }

  private static Page page(SweepReport report) {
    return Page.of(report);
  }

  private static List<MetricRow> without(String metric) {
    List<MetricRow> rows = new ArrayList<>(SWEEP.report().metrics());
    rows.removeIf(row -> row.metric().equals(metric));
    return rows;
  }

  private static SweepReport with(List<MetricRow> metrics) {
    SweepReport usual = SWEEP.report();
    return new SweepReport(
        usual.run(),
        usual.prompts(),
        metrics,
        usual.promptStatistics(),
        usual.books(),
        List.of(),
        List.of());
  }

  private static SweepReport counted(List<PromptStatisticsRow> rows) {
    return new SweepReport(
        SampleSweep.run(), List.of(), List.of(), rows, List.of(), List.of(), List.of());
  }

  private static SweepReport compared(ComparisonRow... rows) {
    SweepReport usual = SWEEP.report();
    return new SweepReport(
        usual.run(),
        usual.prompts(),
        usual.metrics(),
        usual.promptStatistics(),
        usual.books(),
        List.of(rows),
        List.of());
  }

  private static PromptStatisticsRow staged(int prompt, int n, int correct, SecondStage second) {
    PromptStatisticsRow pilot = counted(prompt, n, correct, 0);
    return new PromptStatisticsRow(
        pilot.runId(),
        pilot.sweep(),
        pilot.model(),
        pilot.task(),
        pilot.sampling(),
        pilot.generation(),
        pilot.scorer(),
        pilot.promptId(),
        pilot.cluster(),
        n,
        correct,
        0,
        0,
        0,
        0,
        0,
        1,
        null,
        null,
        null,
        20L,
        correct,
        second);
  }

  private static PromptStatisticsRow counted(int prompt, int n, int correct, int truncated) {
    return counted(prompt, n, correct, truncated, SampleSweep.SAMPLING);
  }

  private static PromptStatisticsRow counted(
      int prompt, int n, int correct, int truncated, String sampling) {
    return new PromptStatisticsRow(
        "r",
        "demo",
        SWEEP.model(0),
        "arithmetic",
        sampling,
        "g",
        "s",
        "p" + prompt,
        "p" + prompt,
        n,
        correct,
        0,
        0,
        truncated,
        0,
        0,
        1,
        null,
        null,
        null,
        20L,
        correct);
  }

  private static double value(String task, int model, String metric, Integer k) {
    return SWEEP.report().metrics().stream()
        .filter(row -> row.task().equals(task) && row.model().equals(SWEEP.model(model)))
        .filter(new MetricName(metric, k)::names)
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static MetricRow withValue(MetricRow row, double value) {
    return new MetricRow(
        row.runId(),
        row.sweep(),
        row.model(),
        row.step(),
        row.trainingFlops(),
        row.task(),
        row.sampling(),
        row.generation(),
        row.scorer(),
        row.metric(),
        row.k(),
        value,
        row.standardError(),
        row.ciLow(),
        row.ciHigh(),
        row.prompts(),
        row.promptsShort(),
        row.method());
  }
}
