package org.galton.study.deepsearch.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.galton.report.BrowserTab;
import org.galton.report.Chromium;
import org.galton.report.OutlineLine;
import org.galton.report.OutlineNode;
import org.galton.report.ReportWriter;
import org.galton.report.sweep.Page;
import org.galton.report.sweep.SampleSweep;
import org.galton.report.sweep.SweepReport;
import org.galton.table.SearchNodesRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees whose texts a hostile model has written, in a sweep's report. */
final class TreesSectionTest {
  private static final String HOSTILE = "<script>alert(1)</script>\u0007\u202e";
  private static final String LONG = "unbroken".repeat(60);

  @TempDir private Path folder;

  @Test
  void textsOfNodesAreShownAndNeverMeantForTheBrowser() throws IOException {
    String page = page();

    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;\u2407\\u{202e}")
        .doesNotContain("<script>alert(1)", "\u202e")
        .contains("\u2026 320 more characters")
        .doesNotContain(LONG);
  }

  @Test
  void howManyTreesAreLeftOutIsSaidAndHowToSeeThem() throws IOException {
    assertThat(page())
        .contains("<a href=\"#trees\">Trees</a>")
        .contains("2 trees: of a few prompts")
        .contains("126 more trees are left out: <code>./galton view runs/trees</code>")
        .contains("6 nodes, 1 of them left out");
    assertThat(page(new TreesSection(List.of(), 0, "runs/trees")))
        .doesNotContain("Trees of searches", "#trees");
  }

  /** Opened in a browser by keys alone; with GALTON_PICTURES set, pictures are left there. */
  @Test
  void aTreeOpensByKeysAndFitsANarrowScreen() throws Exception {
    Path file = Files.writeString(folder.resolve("report.html"), page());
    try (BrowserTab tab = new Chromium(folder).open(file.toUri())) {
      tab.await("document.querySelectorAll('.trees > details').length === 2");
      tab.value("document.querySelector('.trees summary').focus()");
      tab.press("\r");
      tab.await("document.querySelector('.trees > details').open");
      // Steps on the way to the completion stand open, others do not.
      assertThat(
              tab.value(
                  "String(document.querySelectorAll('.trees li.out > details[open]').length)"))
          .isEqualTo("3");
      assertThat(
              tab.value(
                  "String([...document.querySelectorAll('.trees li:not(.out) > details')].every(d"
                      + " => !d.open))"))
          .isEqualTo("true");
      Path pictures = Path.of(System.getenv().getOrDefault("GALTON_PICTURES", folder.toString()));
      tab.value("document.querySelectorAll('.trees details').forEach(part => part.open = true)");
      tab.value(
          "document.querySelectorAll('main > section:not(#trees), body section:not(#trees)')"
              + ".forEach(part => part.remove())");
      for (String scheme : List.of("light", "dark")) {
        tab.prefer(scheme);
        for (int width : List.of(1280, 390)) {
          Path png = pictures.resolve("trees-%d-%s.png".formatted(width, scheme));
          assertThat(tab.picture(png, width)).as(png.toString()).isLessThanOrEqualTo(width);
        }
      }
    }
  }

  private static String page() throws IOException {
    ShownTree found =
        ShownTree.of(
            "abacus@1547, countdown, tree",
            "reach 82 with 3 7 25 75\n",
            0,
            true,
            6,
            1,
            OutlineLine.of(
                nodes(
                    new Step(0, null, "", null, true),
                    new Step(1, 0, "75+7=82\nanswer=", null, true),
                    new Step(2, 0, HOSTILE, null, false),
                    new Step(3, 1, "75+7\n", "correct", true),
                    new Step(4, 2, LONG, "incomplete", false))));
    ShownTree lost =
        ShownTree.of(
            "abacus@1547, countdown, tree",
            HOSTILE,
            3,
            false,
            2,
            0,
            OutlineLine.of(
                nodes(new Step(0, null, "", null, true), new Step(1, 0, "3*7=21", "wrong", true))));
    return page(new TreesSection(List.of(found, lost), 128, "runs/trees"));
  }

  private record Step(int node, Integer parent, String text, String ending, boolean putOut) {}

  private static List<OutlineNode> nodes(Step... steps) {
    List<OutlineNode> nodes = new ArrayList<>();
    for (Step step : steps) {
      nodes.add(
          TreeNodes.shown(
              new SearchNodesRow(
                  "m",
                  "t",
                  "g",
                  "p",
                  0,
                  step.node(),
                  step.parent(),
                  0,
                  step.text(),
                  List.of(),
                  0.25,
                  -0.5,
                  step.ending(),
                  step.node() + 1,
                  null,
                  -0.5,
                  3,
                  null,
                  step.putOut())));
    }
    return nodes;
  }

  private static String page(TreesSection section) throws IOException {
    SweepReport usual = SampleSweep.usual().report();
    StringWriter page = new StringWriter();
    new ReportWriter()
        .write(
            Page.of(
                new SweepReport(
                    usual.run(),
                    usual.prompts(),
                    usual.metrics(),
                    usual.promptStatistics(),
                    usual.books(),
                    usual.gates(),
                    usual.comparisons(),
                    List.of(section),
                    usual.examples())),
            page);
    return page.toString();
  }
}
