package org.galton.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.galton.report.ReportWriter;
import org.galton.report.StudyPage;
import org.galton.report.sweep.SampleSweep;
import org.galton.report.sweep.SweepReport;
import org.galton.study.comparison.view.ChangedPrompt;
import org.galton.study.comparison.view.ComparisonPage;
import org.galton.study.information.row.InformationRow;
import org.galton.study.information.view.InformationPage;
import org.galton.study.rates.view.StatsPage;
import org.galton.study.scaling.view.FitPage;
import org.galton.study.scaling.view.SampleScaling;
import org.galton.study.scaling.view.ScalingChart;
import org.galton.study.scaling.view.ScalingRows;
import org.galton.table.RunRow;
import org.junit.jupiter.api.Test;

/** The pages that studies write beside their tables. */
public class StudyPagesTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\u202e";

  public static StudyPage fit() {
    return FitPage.of(run("fit"), SampleScaling.rows());
  }

  @Test
  void aFitSaysFirstHowManySeriesWereFittedAndWhereTheyEnd() {
    assertThat(fit().finding())
        .isEqualTo(
            "1 of 3 series fitted by least_squares. fitted: the reward ends at 80.0\u202f%"
                + " (95\u202f% interval 78.0 to 83.0\u202f%).");
  }

  /** A point's interval is that of its noise, a forecast's its own. */
  @Test
  void aFitDrawsItsCurveFromItsParametersAndForecastsWithTheirIntervals() {
    ScalingChart.Data data =
        ScalingChart.ofPoints(SampleScaling.rows().fits().get(0), SampleScaling.rows())
            .orElseThrow()
            .data();
    ScalingChart.Place point = data.points().get(0);
    assertThat(point.high() - point.value()).isCloseTo(1.96 * 0.002, within(1e-5));
    assertThat(data.forecasts()).hasSize(12);
    assertThat(data.curve())
        .hasSize(62)
        .allSatisfy(
            at ->
                assertThat(at.value())
                    .isCloseTo(SampleScaling.CURVE.rewardAt(at.flops()), within(1e-12)));
    assertThat(data.curve().get(61).flops()).isCloseTo(10 * data.last(), within(1.0));
  }

  @Test
  void aFitListsEachRefusedSeriesWithItsReason() throws IOException {
    assertThat(page(fit()))
        .contains("A may be anything from 0.4463 to its limit")
        .contains("3 of the 5 points needed")
        .contains("<td class=\"wrap\">ASYMPTOTE_UNBOUNDED</td>");
    ScalingRows refused =
        new ScalingRows(
            SampleScaling.rows().fits().subList(1, 2), List.of(), SampleScaling.rows().forecasts());
    assertThat(FitPage.of(run("fit"), refused).finding())
        .isEqualTo(
            "0 of 1 series fitted by least_squares. refused was refused: the points do not bound"
                + " the asymptote from above. A may be anything from 0.4463 to its limit.");
  }

  public static StudyPage stats() {
    return stats(SampleSweep.usual().report());
  }

  /** Rollouts that were given are of one task. */
  private static StudyPage stats(SweepReport sweep) {
    String task = sweep.metrics().get(0).task();
    return StatsPage.of(
        run("stats"),
        sweep.metrics().stream().filter(row -> row.task().equals(task)).toList(),
        sweep.promptStatistics().stream().filter(row -> row.task().equals(task)).toList());
  }

  @Test
  void statisticsSayFirstWhatOneRolloutAndAllSolve() {
    StudyPage page = stats(new SampleSweep(List.of(9L), 4, 8).report());
    assertThat(page.finding()).matches("builtin:abacus@9: pass@1 is .*, pass@8 is [0-9.]+.%\\.");
    assertThat(page.warnings())
        .contains(
            "Few prompts (4): with fewer than 30 the intervals are rough, and those of small rates"
                + " are often too narrow.");
    assertThat(stats().finding()).endsWith("1 more model below.");
  }

  public static StudyPage information() {
    return InformationPage.of(
        run("information"),
        List.of(
            new InformationRow(
                "run-1", "I(a, b; t)", "jeffreys", 0.4, 0.01, 0.002, 0.03, 0.39, 0.005, 500, 12),
            new InformationRow(
                "run-1", "synergy", "imin", -0.002, 0.001, -0.004, 0.02, -0.003, 0.7, 500, 12),
            new InformationRow(
                "run-1", "unique " + HOSTILE, "imin", 0.1, 0, 0, 0.02, 0.1, 0.0001, 500, 12)),
        List.of("I(a, b; t): fewer rows (500) than combinations of values (900)"));
  }

  @Test
  void informationSaysFirstHowMuchItIsAndWhatShufflesGive() throws IOException {
    assertThat(information().finding())
        .isEqualTo("I(a, b; t) is 0.4000 bits; shuffles give 0.0100 (p = 0.005).");
    assertThat(information().warnings())
        .containsExactly(
            "I(a, b; t): fewer rows (500) than combinations of values (900)",
            "12 rows were skipped for want of a value.");
    assertThat(page(information()))
        .contains("<td class=\"n\">−0.0040 to 0.0200</td>")
        .contains("<td class=\"n\">&lt; 0.001</td>")
        .doesNotContain("<img");
  }

  public static StudyPage comparison() {
    return ComparisonPage.of(
        run("compare"),
        List.of(
            SampleSweep.difference("c", "sums", "m@60", "run-2", "m@250", "mean@n"),
            SampleSweep.difference("c", "sums", "m@250", "run-2", HOSTILE, "mean@n"),
            SampleSweep.difference("c", "sums", "m@250", "run-2", HOSTILE, "maj@n")),
        List.of(new ChangedPrompt("sums, A = m@60, B = m@250", "1+1 " + HOSTILE, 0.25, 1)),
        List.of("Gate missed on sums: " + HOSTILE),
        List.of("1 of 1 gates missed."));
  }

  @Test
  void aComparisonSaysFirstHowManyDifferencesStandOut() throws IOException {
    assertThat(comparison().finding())
        .startsWith("In pass@1, 1 of 2 differences stands out (q below 0.05). The largest: m@250")
        .endsWith(" on sums, +20.0 points (95\u202f% interval +16.0 to +24.0).");
    assertThat(comparison().warnings()).containsExactly("1 of 1 gates missed.");
    assertThat(page(comparison()))
        .contains("Gate missed on sums: &lt;img")
        .contains("<td class=\"n\">25.0\u202f%</td><td class=\"n\">100.0\u202f%</td>")
        .contains("<td class=\"n\">+75.0</td>")
        .doesNotContain("<img");
  }

  @Test
  void theSameTablesGiveTheSameBytesAndNoTextIsMarkup() throws IOException {
    List<Supplier<StudyPage>> studies =
        List.of(
            StudyPagesTest::fit,
            StudyPagesTest::stats,
            StudyPagesTest::information,
            StudyPagesTest::comparison);
    for (Supplier<StudyPage> study : studies) {
      assertThat(page(study.get())).isEqualTo(page(study.get())).contains("Input and settings");
    }
    RunRow run = run("fit");
    RunRow hostile =
        new RunRow(
            run.runId(),
            "fit",
            HOSTILE,
            run.galtonVersion(),
            run.sparkVersion(),
            run.javaVersion(),
            run.started(),
            run.finished(),
            0);
    assertThat(page(FitPage.of(hostile, SampleScaling.rows())))
        .contains("&lt;img src=x onerror=alert(1)&gt;\\u{202e}")
        .doesNotContain("<img");
  }

  private static RunRow run(String study) {
    return new RunRow(
        "run-1",
        study,
        "command: " + study,
        "1",
        "4",
        "17",
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(3),
        0);
  }

  private static String page(StudyPage study) throws IOException {
    StringWriter page = new StringWriter();
    new ReportWriter().write(study, page);
    return page.toString();
  }
}
