package org.galton.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.galton.reinforce.page.SampleTraining;
import org.galton.reinforce.page.TrainingPage;
import org.galton.report.sweep.Page;
import org.galton.report.sweep.SampleSweep;
import org.galton.report.sweep.SweepReport;
import org.galton.study.StudyPagesTest;
import org.galton.study.balance.view.BalanceSectionTest;
import org.galton.study.balance.view.SampleBalance;
import org.galton.study.emergence.view.EmergencePage;
import org.galton.study.emergence.view.SampleEmergence;
import org.galton.study.scaling.view.SampleScaling;
import org.galton.study.scaling.view.ScalingChartTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens the page in Chromium: where there is none it fails if the environment says so. */
class ReportInBrowserTest {
  private static final String LONG =
      "a-model-with-a-name-that-says-all-of-its-recipe-and-its-data-mixture";

  private static final Pattern FRAME = Pattern.compile("<html-of-frame [^>]*>");

  @TempDir Path folder;

  @Test
  void drawsEveryChartWithoutAnError() throws Exception {
    String dom = rendered(SampleSweep.usual().report());
    assertThat(dom).contains("data-charts=\"drawn\"");
    assertThat(dom.split("<svg ", -1))
        .as("two each of pass@k, undrawn, rates, outcomes; three forests, one compute")
        .hasSize(12 + 1);
    assertThat(dom.split("class=\"curve beyond\"", -1)).as("models × tasks").hasSize(4 * 2 + 1);
    assertThat(dom.split("class=\"difference apart\"", -1))
        .as("the first step, by two metrics on two tasks")
        .hasSize(2 * 2 + 1);
    assertThat(dom.split("class=\"bar\"", -1)).as("bars × models × tasks").hasSize(12 * 4 * 2 + 1);
    assertThat(dom.split("class=\"cell\"", -1))
        .as("prompts × models × tasks")
        .hasSize(32 * 4 * 2 + 1);
    assertThat(dom.split("class=\"band\"", -1)).as("models × tasks").hasSize(4 * 2 + 1);
  }

  @Test
  void drawsAFittedCurveAndTheBareSeriesOfARefusedOne() throws Exception {
    String dom = rendered(ScalingChartTest.withScaling(SampleScaling.rows()));
    String section = dom.substring(dom.indexOf("id=\"scaling\""), dom.indexOf("id=\"prompts\""));

    assertThat(section.split("<svg ", -1)).hasSize(2 + 1);
    assertThat(section.split("class=\"curve beyond\"", -1)).hasSize(1 + 1);
    assertThat(section.split("class=\"band\"", -1)).as("of the curve and of A").hasSize(2 + 1);
    assertThat(section.split("class=\"error\"", -1)).hasSize(2 * 9 + 1);
  }

  @Test
  void drawsGroupsOfAgents() throws Exception {
    StringWriter page = new StringWriter();
    new ReportWriter().write(EmergencePage.of(SampleEmergence.run(), SampleEmergence.rows()), page);
    String dom = rendered(page.toString());

    assertThat(dom).contains("data-charts=\"drawn\"").contains("&lt;d&gt;").doesNotContain("<d>");
    assertThat(dom.split("<svg ", -1))
        .as("four diagnostics; rounds and pairs of two groups of three conditions; a surface")
        .hasSize(4 + 2 * 2 * 3 + 1 + 1);
    assertThat(dom.split("class=\"difference apart\"", -1))
        .as("capacity: two measures; S_macro of one condition under both nulls")
        .hasSize(2 * (1 + 1 + 2) + 2 + 1);
    assertThat(dom.split("class=\"ring\"", -1)).as("pair b, c both ways").hasSize(2 * 6 + 1);
  }

  @Test
  void drawsLandscapes() throws Exception {
    String dom = rendered(BalanceSectionTest.page(SampleBalance.rows()));

    assertThat(dom).contains("data-charts=\"drawn\"").doesNotContain("<img");
    assertThat(dom.split("<svg ", -1))
        .as("three landscapes and their actions; two of loops, three of pairs; votes")
        .hasSize(3 * 2 + 2 + 3 + 3 + 4 + 1);
    assertThat(dom.split("class=\"state\"", -1)).hasSize(12 + 80 + 3 + 1);
    assertThat(dom.split("class=\"arc\"", -1)).hasSize(116 + 200 + 4 + 1);
    assertThat(dom.split("class=\"vote\"", -1))
        .as("six votes of two kernels by three figures, seven of two tasks by four")
        .hasSize(6 * 2 * 3 + 7 * 2 * 4 + 1);
  }

  @Test
  void drawsTheStepsOfATraining() throws Exception {
    String training = rendered(training(40));
    assertThat(training).contains("data-charts=\"drawn\"");
    assertThat(training.split("<svg ", -1))
        .as("two of measurements, seven of steps, four of prompts, two of costs")
        .hasSize(15 + 1);
    assertThat(training.split("class=\"curve step\"", -1))
        .as("two tasks twice; right, mean reward, five, clipped twice; what could teach, twice")
        .hasSize(2 * 2 + 2 + 5 + 2 + 2 + 1);
    assertThat(training.split("class=\"stacked\"", -1).length)
        .as("a column a step and part: kept or dropped, drawing and learning, four phases")
        .isGreaterThan(40 * (3 + 2 + 4));
    assertThat(training.split("class=\"guide\"", -1)).as("alarms; collapse").hasSize(3 + 1);

    String longer = rendered(training(400));
    assertThat(longer.split("<svg ", -1)).hasSize(15 + 1);
    assertThat(longer.split("class=\"band\"", -1).length)
        .as("of two tasks twice, and of thinned lines")
        .isGreaterThan(2 * 2 + 9);
  }

  /** Texts of charts that lie on one another or beyond the page, at a desk and on a telephone. */
  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void noTextLiesOnAnother(int width) throws Exception {
    List<Long> checkpoints = LongStream.rangeClosed(1, 30).boxed().toList();
    List<String> samplings =
        List.of(
            "temperature=0.3 max_tokens=64",
            "temperature=1 max_tokens=64",
            "temperature=1 top_p=0.9 max_tokens=64",
            "temperature=1.3 top_k=20 min_p=0.02 max_tokens=64");
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("usual", page(SampleSweep.usual().report()));
    pages.put("one checkpoint, one prompt", page(new SampleSweep(List.of(9L), 1, 16).report()));
    pages.put("one rollout", page(new SampleSweep(List.of(9L, 10L), 4, 1).report()));
    pages.put("two near checkpoints", page(new SampleSweep(List.of(1000L, 1010L), 8, 4).report()));
    pages.put("many checkpoints", page(new SampleSweep(checkpoints, 6, 8).report()));
    pages.put(
        "long names, many samplings",
        page(
            new SampleSweep(List.of(5L, 500L), 6, 16, LONG + "/" + LONG, SampleSweep.SAMPLING)
                .underSamplings(samplings)));
    pages.put("scaling", page(ScalingChartTest.withScaling(SampleScaling.rows())));
    StringWriter groups = new StringWriter();
    new ReportWriter()
        .write(EmergencePage.of(SampleEmergence.run(), SampleEmergence.rows()), groups);
    pages.put("groups", groups.toString());
    pages.put("fit", page(StudyPagesTest.fit()));
    pages.put("stats", page(StudyPagesTest.stats()));
    pages.put("information", page(StudyPagesTest.information()));
    pages.put("comparison", page(StudyPagesTest.comparison()));
    pages.put("landscapes", BalanceSectionTest.page(SampleBalance.rows()));
    pages.put("training", training(40));
    pages.put("training of one step", training(1));

    String dom = rendered(frames(pages.values(), width));
    List<String> drawn = FRAME.matcher(dom).results().map(MatchResult::group).toList();
    assertThat(drawn).hasSameSizeAs(pages.keySet());
    Iterator<String> names = pages.keySet().iterator();
    for (String frame : drawn) {
      String name = names.next();
      assertThat(attribute(frame, "charts")).as(name).isEqualTo("drawn");
      assertThat(attribute(frame, "width")).as(name).isEqualTo("" + width);
      assertThat(attribute(frame, "overlaps")).as(name).isEmpty();
    }
  }

  @Test
  void tablesAreCopiedAsPlainNumbers() throws Exception {
    String dom = rendered(probed(page(SampleSweep.usual().report()), 1280));
    JsonNode tables = new ObjectMapper().readTree(attribute(dom, "csv").replace("&quot;", "\""));

    assertThat(tables.get(0).asText())
        .startsWith("Model,Step,\"Training compute, FLOP\"\nbuiltin:abacus@60,60,2.7e12\n")
        .contains("\nbuiltin:abacus@1000,1000,4.4e13\n");
    assertThat(tables)
        .anySatisfy(
            table ->
                assertThat(table.asText())
                    .startsWith("Model,pass@1,pass@1 interval,")
                    .contains("\n@4000,"))
        .anySatisfy(
            table ->
                assertThat(table.asText())
                    .startsWith("Group,Figure,@60,@60 interval,")
                    .contains("\n\"pass@k, %\",pass@1,"));
    assertThat(dom.split("class=\"copy\"", -1)).hasSize(tables.size() + 1);
  }

  @Test
  void opensAnEmptySweepWithoutAnError() throws Exception {
    SweepReport empty =
        new SweepReport(
            SampleSweep.run(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(rendered(empty)).contains("data-charts=\"drawn\"").doesNotContain("<svg ");
  }

  /** A chart of each kind and no error. */
  @Test
  void drawsThePagesOfStudies() throws Exception {
    String fit = rendered(page(StudyPagesTest.fit()));
    assertThat(fit).contains("data-charts=\"drawn\"").doesNotContain("<img");
    assertThat(fit.split("<svg ", -1)).as("fitted, refused, too few points").hasSize(3 + 1);
    assertThat(fit.split("class=\"curve beyond\"", -1)).hasSize(1 + 1);
  }

  @Test
  void drawsInformationBesideItsShuffles() throws Exception {
    String information = rendered(page(StudyPagesTest.information()));
    assertThat(information).contains("data-charts=\"drawn\"").doesNotContain("<img");
    assertThat(information.split("<svg ", -1)).hasSize(1 + 1);
    assertThat(information.split("class=\"chance\"", -1)).hasSize(3 + 1);
    assertThat(information.split("class=\"difference apart\"", -1)).hasSize(2 + 1);
  }

  @Test
  void drawsTheDifferencesOfAComparison() throws Exception {
    String comparison = rendered(page(StudyPagesTest.comparison()));
    assertThat(comparison).contains("data-charts=\"drawn\"").doesNotContain("<img");
    assertThat(comparison.split("class=\"difference\"", -1)).hasSize(2 + 1);
    assertThat(comparison.split("class=\"difference apart\"", -1)).hasSize(1 + 1);
  }

  /** What stands on both pages is drawn alike. */
  @Test
  void drawsStatisticsAsASweepsReportDoes() throws Exception {
    String stats = rendered(page(StudyPagesTest.stats()));
    assertThat(stats).contains("data-charts=\"drawn\"");
    assertThat(stats.split("<svg ", -1)).as("pass@k, undrawn, rates, outcomes").hasSize(4 + 1);
  }

  private String training(int steps) throws IOException {
    Path tables = folder.resolve("training-" + steps);
    return page(TrainingPage.of(SampleTraining.in(tables, steps), List.of()));
  }

  private static String page(StudyPage study) throws IOException {
    StringWriter page = new StringWriter();
    new ReportWriter().write(study, page);
    return page.toString();
  }

  private static String page(SweepReport report) throws IOException {
    StringWriter page = new StringWriter();
    new ReportWriter().write(Page.of(report), page);
    return page.toString();
  }

  /**
   * The page with a script that looks at what is drawn, which its content policy forbids. No window
   * is narrower than 500, but what stands in it is.
   */
  private static String probed(String page, int width) throws IOException {
    String policy = "http-equiv=\"Content-Security-Policy\"";
    assertThat(page).contains(policy);
    try (InputStream probe = ReportInBrowserTest.class.getResourceAsStream("overlaps.js")) {
      String script = new String(probe.readAllBytes(), StandardCharsets.UTF_8);
      return page.replace(policy, "name=\"policy\"")
          .replace("</head>", "<style>html { width: " + width + "px }</style></head>")
          .replace("</body>", "<script>" + script + "</script></body>");
    }
  }

  /** All pages in one, for one start of the browser; each leaves the attributes of its root. */
  private static String frames(Collection<String> pages, int width) throws IOException {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html><body>");
    for (String page : pages) {
      html.append("<iframe width=\"1280\" height=\"900\" srcdoc=\"")
          .append(probed(page, width).replace("&", "&amp;").replace("\"", "&quot;"))
          .append("\"></iframe>");
    }
    return html.append(
            """
            <script>
            addEventListener("load", () => {
              for (const frame of document.querySelectorAll("iframe")) {
                const { charts, width, overlaps } = frame.contentDocument.documentElement.dataset;
                const root = document.createElement("html-of-frame");
                Object.assign(root.dataset, { charts, width, overlaps });
                frame.replaceWith(root);
              }
            });
            </script></body></html>
            """)
        .toString();
  }

  private static String attribute(String dom, String name) {
    Matcher attribute = Pattern.compile("<html[^>]* data-" + name + "=\"([^\"]*)\"").matcher(dom);
    assertThat(attribute.find()).as("data-" + name).isTrue();
    return attribute.group(1);
  }

  private String rendered(SweepReport report) throws IOException, InterruptedException {
    return rendered(page(report));
  }

  private String rendered(String html) throws IOException, InterruptedException {
    Path page = Files.writeString(folder.resolve("report.html"), html);
    return new Chromium(folder).dom(page.toUri(), "--window-size=1280,900");
  }
}
