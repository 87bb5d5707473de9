package org.galton.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.galton.table.RunRow;
import org.junit.jupiter.api.Test;

/** The pages that studies write beside their tables. */
class StudyPagesTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\u202e";

  static StudyPage fit() {
    return FitPage.of(run("fit"), SampleScaling.rows());
  }

  @Test
  void aFitSaysFirstHowManySeriesWereFittedAndWhereTheyEnd() {
    assertThat(fit().finding())
        .isEqualTo(
            "1 of 3 series fitted by least_squares. fitted: the reward ends at 80.0\u202f%"
                + " (95\u202f% interval 78.0 to 83.0\u202f%).");
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

  @Test
  void theSameTablesGiveTheSameBytesAndNoTextIsMarkup() throws IOException {
    for (StudyPage study : List.of(fit())) {
      assertThat(page(study)).isEqualTo(page(study)).contains("Input and settings");
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
