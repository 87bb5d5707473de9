package org.galton.study.junk.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.galton.report.ReportWriter;
import org.galton.report.StudyPage;
import org.galton.report.StudySection;
import org.galton.study.junk.row.DoseMeanRow;
import org.galton.study.junk.row.DoseResponseRow;
import org.galton.study.junk.row.FailureClassRow;
import org.galton.study.junk.row.LabelAgreementRow;
import org.galton.study.junk.row.LabelCountRow;
import org.galton.study.junk.row.MixtureRow;
import org.galton.table.RunRow;
import org.junit.jupiter.api.Test;

/** Pages from rows alone, whatever names are in them. */
final class JunkPagesTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\u202e";

  private final DoseSection dose =
      new DoseSection(
          List.of(
              response(HOSTILE, null, 2, -0.2, -1.0, 0.03),
              response(HOSTILE, "a", 1, -0.1, -1.0, 0.3),
              response(HOSTILE, HOSTILE, 1, -0.3, -1.0, 0.3),
              response("flat", null, 1, 0.0, 0.0, 1.0)),
          List.of(
              new DoseMeanRow("run-1", HOSTILE, null, 0, 2, 5, 4.0, 6.0),
              new DoseMeanRow("run-1", HOSTILE, null, 100, 2, 3, 2.0, 4.0),
              new DoseMeanRow("run-1", HOSTILE, HOSTILE, 0, 1, 5, null, null),
              new DoseMeanRow("run-1", HOSTILE, HOSTILE, 100, 1, 2, null, null)));

  @Test
  void aFindingCountsMetricsAndNotTheirModels() {
    assertThat(dose.finding())
        .startsWith("Of 2 metrics 1 fall with the dose and 0 rise, two-sided p at most 0.05.")
        .endsWith("changes most: by \u22120.2000 a unit of dose.");
    assertThat(dose.pictures()).hasSize(1);
    assertThat(dose.pictures().get(0).lines())
        .extracting(DoseSection.Line::whole)
        .containsExactly(true, false);
  }

  @Test
  void failuresAreExplainedUnlessTheyAreNot() {
    FailureSection section =
        new FailureSection(
            List.of(
                failures("no_reasoning", 60),
                failures("wrong_logic", 39),
                failures("unexplained", 1)));
    assertThat(section.finding())
        .isEqualTo(
            "Of 100 wrong answers 99.0\u202f% are explained; the most frequent class is no"
                + " reasoning, with 60.0\u202f%.");
    assertThat(new FailureSection(List.of(failures("no_reasoning", 0))).finding())
        .isEqualTo("No answer is wrong.");
  }

  @Test
  void namesStayText() throws IOException {
    for (StudySection section :
        List.of(
            dose,
            new FailureSection(List.of(failures("no_reasoning", 3))),
            new LabelSection(
                List.of(new LabelCountRow("run-1", HOSTILE, "junk", HOSTILE, 3, 30)),
                List.of(
                    new LabelAgreementRow(
                        "run-1", HOSTILE, "b", 1, 0, 0, 1, 0, 1.0, 0.3, 1.0, 1.0, null, null, 1.0,
                        null, null))),
            new MixSection(
                List.of(new MixtureRow("run-1", 50, 4, 2, 40, 20, 50, HOSTILE, 90, 90))))) {
      assertThat(page(section))
          .contains("&lt;img src=x")
          .doesNotContain("<img src=x")
          .doesNotContain("\u202e");
    }
  }

  private static String page(StudySection section) throws IOException {
    Instant time = Instant.parse("2026-12-01T12:00:00Z");
    RunRow run = new RunRow("run-1", "junk", "command: junk dose", "1", "4", "17", time, time, 0);
    StringWriter page = new StringWriter();
    new ReportWriter()
        .write(StudyPage.of("junk", run, "A finding.", List.of(), List.of(section)), page);
    return page.toString();
  }

  private static FailureClassRow failures(String kind, long count) {
    return new FailureClassRow(
        "run-1", null, HOSTILE, 50.0, kind, count, 100, count / 100.0, 0.0, 1.0, 200, 0);
  }

  private static DoseResponseRow response(
      String metric, String model, int models, double slope, double rho, double p) {
    return new DoseResponseRow(
        "run-1", metric, model, models, 10, 5, 0, 100, slope, null, null, rho, p / 2, 1.0, p,
        "exact", 1, 1, 5, 3, null, null, null, null, null, "because");
  }
}
