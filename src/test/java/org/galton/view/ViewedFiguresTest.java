package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.job.comparison.Adjustment;
import org.galton.job.comparison.ComparisonJob;
import org.galton.job.comparison.ComparisonRequest;
import org.galton.job.comparison.MetricComparison;
import org.galton.job.query.Query;
import org.galton.job.run.RunAddress;
import org.galton.job.summary.Summary;
import org.galton.job.sweep.DrawnSweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.Sampling;
import org.galton.report.Figures;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.view.engine.EngineLimits;
import org.galton.view.row.CellAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures on pages are those that the sweep wrote and that Spark and {@code compare} give. */
final class ViewedFiguresTest {
  private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>");
  private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>");
  private static final Pattern FACT = Pattern.compile("<dt>([^<]*)</dt><dd>([^<]*)</dd>");
  private static final Pattern COMPLETION =
      Pattern.compile("<pre class=\"text completion\">(.*?)</pre>", Pattern.DOTALL);
  private static final String MISSING = "–";

  @TempDir private static Path folder;

  private static SweepResult swept;
  private static final Pattern LINES =
      Pattern.compile("<a href=\"([^\"]*\\.jsonl[^\"]*)\" download>");
  private static final Pattern PROMPT = Pattern.compile("\"prompt_id\":\"(.{8})");

  private static Summary summary;
  private static Query spark;
  private static Viewer viewer;
  private static ViewClient client;

  @BeforeAll
  static void sweep() throws Exception {
    Path output = folder.resolve("output");
    SweepSpec spec =
        new SweepSpec(
            "figures",
            7,
            output.toString(),
            12,
            List.of("models/a:b", "12"),
            List.of(new TaskSpec(Sums.PLAIN, 6, Split.TEST)),
            List.of(SamplingWish.of(Sampling.untempered(20))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            1024,
            1);
    swept = DrawnSweep.copied(spec, new ScriptedModel.Loader(5));
    summary = swept.summary().orElseThrow();
    spark = Query.over(LocalSpark.session(), Optional.of(output.toString()));
    viewer = Viewer.start(List.of(output.toString()), 0, EngineLimits.withDefaults());
    client = ViewClient.of(viewer);
  }

  @AfterAll
  static void stop() {
    viewer.close();
  }

  /** The rows of a page's tables, but for their headings. */
  private static List<List<String>> rows(String page) {
    return ROW.matcher(page)
        .results()
        .map(row -> row.group(1))
        .filter(row -> row.contains("scope=\"row\""))
        .map(row -> CELL.matcher(row).results().map(cell -> text(cell.group(1))).toList())
        .toList();
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .strip();
  }

  private static String exact(Double value) {
    return value == null ? MISSING : value.toString();
  }

  private static String exact(OptionalDouble value) {
    return value.isEmpty() ? MISSING : Double.toString(value.getAsDouble());
  }

  private static String rounded(Double value) {
    return value == null ? MISSING : String.format(Locale.ROOT, "%.4f", value);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<List<String>> asked(String sql) {
    return spark.rows(sql, 1000).cells();
  }

  @Test
  void aRunShowsEveryMetricWithEveryDigit() throws Exception {
    String page = client.page("/1/run?metric=all&run_id=" + swept.runId());
    List<List<String>> expected =
        summary.metrics().stream()
            .map(
                row ->
                    List.of(
                        row.metric(),
                        row.k() == null ? MISSING : Figures.count(row.k()),
                        row.task(),
                        row.model(),
                        row.sampling(),
                        exact(row.value()),
                        exact(row.standardError()),
                        exact(row.ciLow()),
                        exact(row.ciHigh()),
                        Figures.count(row.prompts()),
                        Figures.count(row.promptsShort()),
                        row.method()))
            .toList();
    assertThat(expected).hasSizeGreaterThan(20);
    assertThat(rows(page.substring(page.indexOf("<h2>Figures</h2>"))))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aMetricModelAndTaskChooseFigures() throws Exception {
    String page = client.page("/1/run?metric=pass%40k&model=12&task=sums&run_id=" + swept.runId());
    assertThat(rows(page.substring(page.indexOf("<h2>Figures</h2>"))))
        .hasSameSizeAs(metrics("12", "pass@k"))
        .allSatisfy(row -> assertThat(row).contains("pass@k", "12", "sums"));
  }

  private static List<MetricRow> metrics(String model, String metric) {
    return summary.metrics().stream()
        .filter(row -> row.model().equals(model) && row.metric().equals(metric))
        .toList();
  }

  @Test
  void cellsAreThoseOfTheBooksWithTheirPassRate() throws Exception {
    List<List<String>> expected = summary.books().stream().map(ViewedFiguresTest::cell).toList();
    assertThat(expected).hasSize(2);
    assertThat(rows(client.page("/1/cells"))).containsExactlyInAnyOrderElementsOf(expected);
    String run = client.page("/1/run?run_id=" + swept.runId());
    assertThat(rows(run.substring(0, run.indexOf("<h2>Figures</h2>"))))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> cell(BooksRow books) {
    MetricRow pass =
        metrics(books.model(), "pass@k").stream()
            .filter(row -> row.k() == 1)
            .findFirst()
            .orElseThrow();
    return List.of(
        books.task(),
        books.model(),
        "prompts rollouts",
        books.sampling(),
        exact(pass.value()),
        rounded(pass.ciLow()) + " to " + rounded(pass.ciHigh()),
        rounded(metrics(books.model(), "truncation_rate").get(0).value()),
        Figures.count(books.requested()),
        Figures.count(books.scored()),
        Figures.count(books.unscored()),
        Figures.count(books.failed()),
        books.scorer(),
        books.runId());
  }

  @Test
  void promptsAreCountedAsInTheTable() throws Exception {
    Map<String, String> texts =
        Sums.PLAIN.prompts(Split.TEST, 6, 7).stream()
            .collect(Collectors.toMap(Prompt::id, Prompt::text));
    List<List<String>> expected =
        summary.prompts().stream()
            .map(
                row ->
                    List.of(
                        row.promptId().substring(0, 8),
                        Figures.percent((double) row.correct() / row.n()),
                        Figures.count(row.correct()),
                        Figures.count(row.n()),
                        Figures.count(row.distinctAnswers()),
                        Figures.nats(row.answerEntropy()),
                        Figures.percent((double) row.truncated() / row.n()),
                        texts.get(row.promptId()),
                        row.model(),
                        row.task(),
                        ""))
            .toList();
    assertThat(rows(client.page("/1/prompts"))).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(
            rows(client.page("/1/prompts?sort=hardest&model=12")).stream().map(row -> row.get(0)))
        .containsExactlyElementsOf(
            summary.prompts().stream()
                .filter(row -> row.model().equals("12"))
                .sorted(
                    Comparator.comparingDouble(
                            (PromptStatisticsRow row) -> (double) row.correct() / row.n())
                        .thenComparing(PromptStatisticsRow::promptId))
                .map(row -> row.promptId().substring(0, 8))
                .toList());
    assertThat(rows(client.page("/1/prompts?model=12&max_rate=50")).stream().map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(
            summary.prompts().stream()
                .filter(row -> row.model().equals("12") && 2 * row.correct() <= row.n())
                .map(row -> row.promptId().substring(0, 8))
                .toList());
  }

  @Test
  void answersToAPromptAreCountedAsByAnotherEngine() throws Exception {
    PromptStatisticsRow prompt = summary.prompts().get(0);
    String page = client.page("/1/prompt?task=sums&prompt_id=" + prompt.promptId());
    List<List<String>> counted =
        asked(
            "SELECT coalesce(answer, 'no answer'), CASE WHEN correct THEN 'right'"
                + " WHEN status = 'scored' THEN 'wrong' ELSE status END, count(*)"
                + " FROM scores WHERE prompt_id = '"
                + prompt.promptId()
                + "' GROUP BY model, 1, 2");
    assertThat(counted).hasSizeGreaterThan(2);
    assertThat(rows(page).stream().map(row -> row.subList(0, 3)))
        .containsExactlyInAnyOrderElementsOf(counted);
  }

  private static CellAddress address(int book) {
    BooksRow row = summary.books().get(book);
    return new CellAddress(1, row.model(), row.task(), row.generation(), row.scorer());
  }

  private static String bothCells() {
    return "a=" + encoded(address(0).text()) + "&b=" + encoded(address(1).text());
  }

  @Test
  void aComparisonHasTheFiguresOfCompare() throws Exception {
    MetricComparison compared =
        new ComparisonJob(new Configuration(false))
                .run(
                    new ComparisonRequest(
                        new RunAddress(folder.resolve("output").toString(), Optional.empty()),
                        Optional.empty(),
                        List.of(address(0).model(), address(1).model()),
                        List.of(),
                        0,
                        Adjustment.HOCHBERG))
                .cells()
                .get(0)
                .metrics()
                .stream()
                .filter(metric -> metric.title().equals("pass@1"))
                .findFirst()
                .orElseThrow();
    String page = client.page("/1/compare?" + bothCells());
    assertThat(
            FACT.matcher(page)
                .results()
                .collect(Collectors.toMap(fact -> text(fact.group(1)), fact -> fact.group(2))))
        .containsEntry("pass@1 of A", exact(compared.baselineValue()))
        .containsEntry("pass@1 of B", exact(compared.candidateValue()))
        .containsEntry("B − A", exact(compared.difference().value()))
        .containsEntry(
            "95 % interval of B − A",
            exact(compared.difference().low()) + " to " + exact(compared.difference().high()))
        .containsEntry("p, of no difference", exact(compared.comparison().pValue()));
    assertThat(compared.difference().value()).isPresent();
    assertThat(compared.difference().low()).isPresent();
  }

  @Test
  void aPromptIsWonWhereMoreIsRight() throws Exception {
    List<List<String>> counted =
        asked(
            """
            SELECT substr(a.prompt_id, 1, 8), CASE WHEN b.correct / b.n > a.correct / a.n THEN 'won'
              WHEN b.correct / b.n < a.correct / a.n THEN 'lost' ELSE 'tied' END
            FROM prompt_statistics a JOIN prompt_statistics b USING (prompt_id)
            WHERE a.model = '%s' AND b.model = '%s'
            """
                .formatted(address(0).model(), address(1).model()));
    List<List<String>> shown =
        rows(client.page("/1/compare?" + bothCells())).stream()
            .map(row -> row.subList(0, 2))
            .toList();
    assertThat(shown).containsExactlyInAnyOrderElementsOf(counted);
    assertThat(rows(client.page("/1/compare?result=won&" + bothCells())))
        .hasSize((int) counted.stream().filter(row -> row.get(1).equals("won")).count());
  }

  @Test
  void aPairShowsBothCompletionsWhole() throws Exception {
    List<List<String>> drawn =
        asked(
            """
            SELECT a.prompt_id, CAST(a.rollout_index AS STRING), a.completion, b.completion
            FROM rollouts a JOIN rollouts b USING (prompt_id, rollout_index)
            WHERE a.model = '%s' AND b.model = '%s' AND a.completion <> b.completion
            ORDER BY prompt_id, rollout_index
            """
                .formatted(address(0).model(), address(1).model()));
    assertThat(drawn).isNotEmpty();
    for (List<String> pair : drawn.subList(0, Math.min(5, drawn.size()))) {
      String page =
          client.page(
              "/1/pair?prompt_id=%s&index=%s&%s".formatted(pair.get(0), pair.get(1), bothCells()));
      assertThat(COMPLETION.matcher(page).results().map(text -> text(text.group(1))))
          .containsExactly(pair.get(2), pair.get(3));
      assertThat(page).contains("<del>", "<ins>");
    }
  }

  /** What is taken away of each page are its rows, in their order. */
  @Test
  void aFileOfAPageHoldsItsRows() throws Exception {
    String prompt = summary.prompts().get(0).promptId();
    for (String page :
        List.of(
            "run?run_id=" + swept.runId(),
            "run?metric=all&run_id=" + swept.runId(),
            "cells",
            "prompts",
            "prompts?sort=hardest&model=12&max_rate=50",
            "prompt?task=sums&prompt_id=" + prompt,
            "compare?" + bothCells(),
            "compare?result=won&" + bothCells())) {
      String html = client.page("/1/" + page);
      List<List<String>> shown =
          rows(html.substring(page.startsWith("run") ? html.indexOf("<h2>Figures</h2>") : 0));
      Matcher file = LINES.matcher(html);
      assertThat(file.find()).as(page).isTrue();
      List<String> taken =
          new String(client.bytes("/1/" + text(file.group(1))), StandardCharsets.UTF_8)
              .lines()
              .toList();
      assertThat(taken).as(page).hasSameSizeAs(shown).isNotEmpty();
      if (page.startsWith("prompts") || page.startsWith("compare")) {
        assertThat(
                taken.stream()
                    .map(row -> PROMPT.matcher(row).results().findFirst().orElseThrow().group(1)))
            .as(page)
            .containsExactlyElementsOf(shown.stream().map(row -> row.get(0)).toList());
      }
    }
    String pair = "prompt_id=%s&%s".formatted(prompt, bothCells());
    assertThat(client.get("/1/pair.jsonl?" + pair).body().lines()).hasSize(12);
    assertThat(client.get("/1/compare.csv?result=lots&" + bothCells()).statusCode()).isEqualTo(400);
  }
}
