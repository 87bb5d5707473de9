package org.galton.study.leaderboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.galton.report.BrowserTab;
import org.galton.report.Chromium;
import org.galton.report.ReportWriter;
import org.galton.report.StudyPage;
import org.galton.study.leaderboard.row.AgentUnionRow;
import org.galton.study.leaderboard.row.EffortPairRow;
import org.galton.study.leaderboard.row.EffortSignsRow;
import org.galton.study.leaderboard.row.LeaderboardRow;
import org.galton.table.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a leaderboard, with names that someone hostile has given. */
final class LeaderboardSectionTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\u202e";

  /** The models from top to bottom, and how the head of the tokens is sorted. */
  private static final String MODELS =
      "[...document.querySelectorAll('table.sortable')[0].tBodies[0].rows].map(row =>"
          + " row.cells[1].textContent).join()";

  private static final String TOKENS =
      "[...document.querySelectorAll('table.sortable')[0].tHead.rows[0].cells].find(head =>"
          + " head.textContent === 'Tokens a rollout')";

  @TempDir private Path folder;

  @Test
  void namesAreShownAndNeverMeantForTheBrowser() throws IOException {
    assertThat(page())
        .contains("&lt;img src=x onerror=alert(1)&gt;\\u{202e}")
        .doesNotContain("<img", "\u202e");
  }

  @Test
  void settingsOfEffortAreCountedInASentence() throws IOException {
    assertThat(page())
        .contains(
            "More effort: success is higher in 15, equal in 9, lower in 12 of 36 pairs of a lowest"
                + " and a highest setting; two-sided sign test, p = 0.701.")
        .contains("<td class=\"n\">+12.5</td><td class=\"n\">\u221216.9 to +39.8</td>");
  }

  /** By keys alone; with GALTON_PICTURES set, pictures are left there. */
  @Test
  void aHeadSortsItsTableUpAndDown() throws Exception {
    Path file = Files.writeString(folder.resolve("report.html"), page());
    try (BrowserTab tab = new Chromium(folder).open(file.toUri())) {
      tab.await("document.documentElement.dataset.charts === 'drawn'");
      // By success at first; the one without a success last.
      assertThat(tab.value(MODELS)).isEqualTo("b,c,a,d");
      assertThat(tab.value("String(document.querySelectorAll('[aria-sort]').length)"))
          .isEqualTo("0");

      tab.value(TOKENS + ".querySelector('button').focus()");
      tab.press("\r");
      // 9.5 before 1,200 and 30,000: as numbers, and the missing one last.
      tab.await(TOKENS + ".getAttribute('aria-sort') === 'ascending'");
      assertThat(tab.value(MODELS)).isEqualTo("c,a,b,d");
      assertThat(tab.value("document.activeElement.textContent")).isEqualTo("Tokens a rollout");
      tab.press("\r");
      tab.await(TOKENS + ".getAttribute('aria-sort') === 'descending'");
      assertThat(tab.value(MODELS)).isEqualTo("b,a,c,d");

      tab.value(
          "[...document.querySelectorAll('th button')].find(button => button.textContent ==="
              + " 'Model').click()");
      assertThat(tab.value(MODELS)).isEqualTo("a,b,c,d");
      assertThat(tab.value("String(document.querySelectorAll('[aria-sort]').length)"))
          .isEqualTo("1");
      assertThat(tab.value("document.querySelector('[aria-sort]').scope")).isEqualTo("col");

      Path pictures = Path.of(System.getenv().getOrDefault("GALTON_PICTURES", folder.toString()));
      for (String scheme : List.of("light", "dark")) {
        tab.prefer(scheme);
        for (int width : List.of(1280, 390)) {
          Path png = pictures.resolve("leaderboard-%d-%s.png".formatted(width, scheme));
          assertThat(tab.picture(png, width)).as(png.toString()).isLessThanOrEqualTo(width);
        }
      }
    }
  }

  private static LeaderboardRow agent(
      String model, String effort, Double success, Double tokens, Double seconds) {
    return new LeaderboardRow(
        "run-1",
        "t",
        model,
        "s",
        effort,
        8,
        10,
        8,
        2,
        1,
        1,
        0,
        0.2,
        success,
        success == null ? null : (Double) (success / 2),
        success == null ? null : (Double) Math.min(1, success + 0.1),
        null,
        null,
        null,
        null,
        null,
        tokens,
        seconds,
        null,
        seconds,
        seconds == null ? null : (Double) (2 * seconds),
        tokens == null ? null : (Boolean) (success > 0.3),
        tokens == null ? null : (Boolean) (success > 0.3),
        null,
        null,
        null,
        null);
  }

  private static String page() throws IOException {
    LeaderboardSection section =
        new LeaderboardSection(
            List.of(
                agent("a", "low", 0.25, 1200.0, 1.5),
                agent("b", "high", 0.75, 30000.0, 20.0),
                agent("c", null, 0.5, 9.5, null),
                agent("d", null, null, null, null)),
            List.of(new AgentUnionRow("run-1", HOSTILE, 3, 8, 0.9, HOSTILE, "s", "high", 0.75)),
            List.of(
                new EffortPairRow(
                    "run-1", "t", HOSTILE, "s", "low", "high", true, 8, 0.75, 0.875, 0.125, -0.169,
                    0.398, "higher", 5.638, null, null)),
            List.of(new EffortSignsRow("run-1", 36, 15, 9, 12, 0.7011)));
    StringWriter page = new StringWriter();
    new ReportWriter()
        .write(
            StudyPage.of("leaderboard", run(), section.finding(), List.of(), List.of(section)),
            page);
    return page.toString();
  }

  private static RunRow run() {
    return new RunRow(
        "run-1",
        "leaderboard",
        "command: leaderboard",
        "1",
        "4",
        "17",
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(3),
        0);
  }
}
