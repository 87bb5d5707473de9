package org.galton.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.galton.table.BooksRow;
import org.junit.jupiter.api.Test;

class OpeningTest {
  @Test
  void aSweepOfGamesOpensWithItsGroups() throws IOException {
    String page = page(sweep(SampleEmergence.rows(), BalanceRows.NONE, "plain", "persona", "tom"));

    assertThat(page)
        .contains("<p class=\"finding\">Survives all nulls, of 9 claims")
        .doesNotContain("With one rollout");
    assertThat(page.indexOf("<section id=\"emergence\">"))
        .isLessThan(page.indexOf("id=\"prompts\""));
    assertThat(page.split("<section id=\"emergence\">", -1)).hasSize(2);
  }

  @Test
  void aSweepOfGamesAndQuestionsOpensWithItsPassRates() throws IOException {
    assertThat(Opening.of(sweep(SampleEmergence.rows(), BalanceRows.NONE, "plain", "arithmetic")))
        .isEqualTo(Opening.RATES);
    assertThat(Opening.of(sweep(EmergenceRows.NONE, BalanceRows.NONE, "plain")))
        .isEqualTo(Opening.RATES);
  }

  @Test
  void aSweepOfWalksOpensWithItsLandscape() {
    BalanceRows walks = SampleBalance.rows();
    String[] tasks =
        walks.landscapes().stream().map(row -> row.condition()).distinct().toArray(String[]::new);
    assertThat(Opening.of(sweep(EmergenceRows.NONE, walks, tasks))).isEqualTo(Opening.LANDSCAPE);
  }

  @Test
  void aStudyShowsItsFindingBeforeWhatWasRun() throws IOException {
    StringWriter page = new StringWriter();
    new ReportWriter().write(EmergencePage.of(SampleEmergence.run(), SampleEmergence.rows()), page);
    assertThat(page.toString().indexOf("<section id=\"emergence\">"))
        .isPositive()
        .isLessThan(page.toString().indexOf("<section id=\"run\">"));
  }

  private static SweepReport sweep(EmergenceRows groups, BalanceRows walks, String... tasks) {
    List<BooksRow> books =
        Stream.of(tasks)
            .map(
                task ->
                    new BooksRow("r", "demo", "m@1", task, "t", "g", "s", 8, 8, 0, 8, 0, 0, 9, 1))
            .toList();
    return new SweepReport(
        SampleSweep.run(),
        List.of(),
        List.of(),
        List.of(),
        books,
        List.of(),
        ScalingRows.NONE,
        groups,
        walks,
        List.of());
  }

  private static String page(SweepReport report) throws IOException {
    StringWriter page = new StringWriter();
    new ReportWriter().write(report, page);
    return page.toString();
  }
}
