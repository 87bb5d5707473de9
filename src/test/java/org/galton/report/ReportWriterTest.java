package org.galton.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.galton.report.sweep.Page;
import org.galton.report.sweep.SampleSweep;
import org.galton.report.sweep.SweepReport;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptRow;
import org.junit.jupiter.api.Test;

public class ReportWriterTest {
  private static final SampleSweep SWEEP = SampleSweep.usual();

  @Test
  void statesWhatTheLastModelSolvesWithOneRolloutAndWithAll() throws IOException {
    String once = meanPercent("arithmetic", 3, 1);
    String atMost = meanPercent("countdown", 3, 128);
    assertThat(page(SWEEP.report()))
        .contains("With one rollout, builtin:abacus@4000 solves " + once + " of arithmetic and ")
        .contains("; with 128, it solves ")
        .contains(" and " + atMost + " at least once.");
  }

  @Test
  void embedsEveryPointOfEveryCurve() throws IOException {
    JsonNode data = data(page(SWEEP.report()));
    JsonNode point = data.at("/curves/0/curves/3/points/4");
    assertThat(point.get("k").asInt()).isEqualTo(16);
    assertThat(point.get("value").asDouble()).isEqualTo(mean("arithmetic", 3, 16));
    assertThat(data.at("/curves")).hasSize(2);
    assertThat(data.at("/curves/1/curves")).hasSize(4);
    assertThat(data.at("/compute/0/lines/1/points")).hasSize(4);
  }

  @Test
  void ordersPromptsFromTheHardestToTheEasiest() throws IOException {
    JsonNode prompts = data(page(SWEEP.report())).at("/outcomes/0/prompts");
    assertThat(prompts).hasSize(32);
    assertThat(prompts.get(0).get("id").asText()).isEqualTo(SampleSweep.promptId(31));
    assertThat(prompts.get(31).get("id").asText()).isEqualTo(SampleSweep.promptId(0));
  }

  @Test
  void showsAHostileCompletionAsText() throws IOException {
    String attack = "</script><img src=x onerror=alert(1)>\u202e\u0007<!-- {{ page.title }}";
    SweepReport report =
        SWEEP.report(
            List.of(
                SampleSweep.judged(
                    "arithmetic",
                    SWEEP.model(3),
                    SampleSweep.promptId(0),
                    0,
                    "complete",
                    attack,
                    false)));
    assertThat(page(report))
        .doesNotContain("<img")
        .contains(
            "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"
                + "\\u{202e}␇&lt;!-- {{ page.title }}");
  }

  @Test
  void keepsAHostilePromptInsideItsJson() throws IOException {
    SweepReport usual = SWEEP.report();
    var first = usual.prompts().get(0);
    var attack =
        new PromptRow(
            first.task(),
            first.promptId(),
            "c",
            "<!--<script></script><b>",
            "&amp;",
            first.attributes());
    SweepReport report =
        new SweepReport(
            usual.run(),
            List.of(attack),
            usual.metrics(),
            usual.promptStatistics(),
            usual.books(),
            List.of(),
            List.of());
    String page = page(report);
    assertThat(page).doesNotContain("<!--<script>").doesNotContain("<b>");
    assertThat(data(page).at("/outcomes/0/prompts/31/text").asText())
        .isEqualTo("<!--<script></script><b>");
  }

  @Test
  void cutsALongCompletionAndSaysHowMuch() throws IOException {
    SweepReport report =
        SWEEP.report(
            List.of(
                SampleSweep.judged(
                    "arithmetic",
                    SWEEP.model(0),
                    SampleSweep.promptId(0),
                    0,
                    "complete",
                    "ab".repeat(2_000),
                    false)));
    assertThat(page(report)).contains("ab… 2,500 more characters");
  }

  @Test
  void loadsNothing() throws IOException {
    String page = page(SWEEP.report());
    assertThat(Pattern.compile("(?i)(src|href)\\s*=\\s*[\"']?(https?:)?//").matcher(page).find())
        .isFalse();
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContain("@import")
        .doesNotContain("url(");
  }

  @Test
  void writesTheSameBytesForTheSameReport() throws IOException {
    assertThat(page(SWEEP.report())).isEqualTo(page(SampleSweep.usual().report()));
  }

  @Test
  void showsABlankForAMissingFigureAndSaysWhy() throws IOException {
    SweepReport usual = SWEEP.report();
    var row = usual.metrics().get(3);
    var missing =
        new MetricRow(
            row.runId(),
            row.sweep(),
            row.model(),
            null,
            null,
            row.task(),
            row.sampling(),
            row.generation(),
            row.scorer(),
            "pass@k",
            256,
            null,
            null,
            null,
            null,
            0,
            32,
            "unbiased");
    SweepReport report =
        new SweepReport(
            usual.run(),
            usual.prompts(),
            List.of(missing),
            List.of(),
            usual.books(),
            List.of(),
            List.of());
    assertThat(page(report))
        .contains("<td class=\"n\">–<small>too few rollouts</small></td>")
        .contains("– too few rollouts: every prompt has fewer than k of them.")
        .contains("No pass rate could be computed for builtin:abacus@4000.")
        .contains(
            "Pass rate against training compute: it takes two models that know their training"
                + " compute and have a pass rate.");
  }

  @Test
  void saysWhereTheNormalIntervalCannotBeTrusted() throws IOException {
    assertThat(page(SWEEP.report()))
        .contains("<small>85.2–102.3</small>")
        .contains("<small>−2.3 to 14.8</small>")
        .contains("An interval that leaves 0 to 100 % shows that the normal approximation does not")
        .contains("An interval without width means that all prompts agree")
        .contains("<span>beta-binomial fit of the solve rates, no error bar</span>");
  }

  @Test
  void drawsEverySamplingOfATaskForItself() throws IOException {
    SweepReport usual = SWEEP.report();
    List<MetricRow> both = new ArrayList<>(usual.metrics());
    usual.metrics().forEach(row -> both.add(cold(row)));
    SweepReport report =
        new SweepReport(
            usual.run(),
            usual.prompts(),
            both,
            usual.promptStatistics(),
            usual.books(),
            List.of(),
            List.of());
    JsonNode data = data(page(report));
    assertThat(data.at("/curves")).hasSize(4);
    assertThat(data.at("/curves/2/title").asText()).isEqualTo("arithmetic · temperature=0.2");
    assertThat(data.at("/compute")).hasSize(2);
  }

  @Test
  void putsCheckpointsInTheOrderOfTheirTraining() throws IOException {
    SweepReport usual = SWEEP.report();
    List<MetricRow> backwards = new ArrayList<>(usual.metrics());
    Collections.reverse(backwards);
    SweepReport report =
        new SweepReport(
            usual.run(), List.of(), backwards, List.of(), List.of(), List.of(), List.of());
    assertThat(data(page(report)).at("/models").findValuesAsText("label"))
        .containsExactly("@60", "@250", "@1000", "@4000");
  }

  private static MetricRow cold(MetricRow row) {
    return new MetricRow(
        row.runId(),
        row.sweep(),
        row.model(),
        row.step(),
        row.trainingFlops(),
        row.task(),
        "temperature=0.2 max_tokens=64",
        "cold",
        row.scorer(),
        row.metric(),
        row.k(),
        row.value(),
        row.standardError(),
        row.ciLow(),
        row.ciHigh(),
        row.prompts(),
        row.promptsShort(),
        row.method());
  }

  @Test
  void showsAnEmptySweep() throws IOException {
    SweepReport report =
        new SweepReport(
            SampleSweep.run(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(page(report))
        .contains("This run has no models, and so nothing to show.")
        .contains("No metrics were computed.")
        .contains(
            "What more rollouts bring: it takes two rollouts of a prompt or more.",
            "Which differences stand out: it takes two models, or two samplings, on the same"
                + " prompts.")
        .doesNotContain("id=\"pass-at-k\"", "id=\"comparisons\"", "id=\"completions\"");
  }

  @Test
  void refusesBooksThatDoNotBalance() {
    var books =
        new BooksRow(
            "r7",
            "demo",
            "m@1",
            "arithmetic",
            "t",
            "g",
            "s",
            128,
            128,
            0,
            100,
            5,
            3,
            9,
            1,
            null,
            null);
    assertThatThrownBy(
            () ->
                new SweepReport(
                    SampleSweep.run(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(books),
                    List.of(),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot report run r7: the books of m@1 on arithmetic do not balance: requested 128,"
                + " but scored 100 + unscored 5 + failed 3 = 108; run the sweep again to settle"
                + " them");
  }

  private static double mean(String task, int model, int k) {
    double sum = 0;
    for (int p = 0; p < SWEEP.prompts(); p++) {
      sum += SampleSweep.passAtK(SWEEP.rollouts(), SWEEP.correct(task, model, p), k);
    }
    return sum / SWEEP.prompts();
  }

  private static String meanPercent(String task, int model, int k) {
    return String.format("%.1f\u202f%%", 100 * mean(task, model, k));
  }

  private static JsonNode data(String page) throws IOException {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(start) + start.length();
    return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }

  public static String page(SweepReport report) throws IOException {
    StringWriter out = new StringWriter();
    new ReportWriter().write(Page.of(report), out);
    return out.toString();
  }
}
