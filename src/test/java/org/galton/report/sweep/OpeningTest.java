package org.galton.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.galton.report.ReportWriter;
import org.galton.report.SweepSection;
import org.galton.study.balance.view.BalanceRows;
import org.galton.study.balance.view.BalanceSection;
import org.galton.study.balance.view.SampleBalance;
import org.galton.study.emergence.view.EmergencePage;
import org.galton.study.emergence.view.EmergenceRows;
import org.galton.study.emergence.view.EmergenceSection;
import org.galton.study.emergence.view.SampleEmergence;
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
    assertThat(opening(sweep(SampleEmergence.rows(), BalanceRows.NONE, "plain", "arithmetic")))
        .isEmpty();
    assertThat(opening(sweep(EmergenceRows.NONE, BalanceRows.NONE, "plain"))).isEmpty();
  }

  @Test
  void aSweepOfWalksOpensWithItsLandscape() {
    BalanceRows walks = SampleBalance.rows();
    String[] tasks =
        walks.landscapes().stream().map(row -> row.condition()).distinct().toArray(String[]::new);
    assertThat(opening(sweep(EmergenceRows.NONE, walks, tasks))).containsExactly("landscape");
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
                    new BooksRow(
                        "r", "demo", "m@1", task, "t", "g", "s", 8, 8, 0, 8, 0, 0, 9, 1, null,
                        null))
            .toList();
    return new SweepReport(
        SampleSweep.run(),
        List.of(),
        List.of(),
        List.of(),
        books,
        List.of(),
        List.of(),
        List.of(EmergenceSection.of(groups), BalanceSection.of(walks)),
        List.of());
  }

  private static List<String> opening(SweepReport report) {
    return Page.of(report).opening().stream().map(SweepSection::anchor).toList();
  }

  private static String page(SweepReport report) throws IOException {
    StringWriter page = new StringWriter();
    new ReportWriter().write(Page.of(report), page);
    return page.toString();
  }
}
