package org.galton.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.galton.report.ReportWriter;
import org.galton.table.PromptRow;
import org.galton.task.HiddenTexts;
import org.junit.jupiter.api.Test;

final class HiddenTextsTest {
  private static final String MARK = "its text is not to be shown";

  @Test
  void aReportShowsNoWordsOfPromptsThatHideThem() throws IOException {
    SweepReport report = SampleSweep.usual().report();
    assertThat(report.examples()).isNotEmpty();

    assertThat(page(with(report, Map.of())))
        .contains("secret question", "secret reference")
        .doesNotContain(MARK);
    assertThat(page(with(report, HiddenTexts.MARK)))
        .contains(MARK)
        .doesNotContain("secret question", "secret reference");
    assertThat(Page.of(with(report, Map.of())).readings()).isNotEmpty();
    assertThat(Page.of(with(report, HiddenTexts.MARK)).readings()).isEmpty();
  }

  private static SweepReport with(SweepReport report, Map<String, String> attributes) {
    List<PromptRow> prompts =
        report.prompts().stream()
            .map(
                row ->
                    new PromptRow(
                        row.task(),
                        row.promptId(),
                        row.cluster(),
                        "secret question",
                        "secret reference",
                        attributes))
            .toList();
    return new SweepReport(
        report.run(),
        prompts,
        report.metrics(),
        report.promptStatistics(),
        report.books(),
        report.comparisons(),
        report.examples());
  }

  private static String page(SweepReport report) throws IOException {
    StringWriter page = new StringWriter();
    new ReportWriter().write(Page.of(report), page);
    return page.toString();
  }
}
