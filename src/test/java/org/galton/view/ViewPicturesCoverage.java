package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.game.Condition;
import org.galton.game.GroupSearch;
import org.galton.game.Style;
import org.galton.job.comparison.LastRunReview;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.job.sweep.SweepStudy;
import org.galton.model.Sampling;
import org.galton.model.source.Checkpoints;
import org.galton.report.BrowserTab;
import org.galton.report.Chromium;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.GateRule;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.BooksRow;
import org.galton.task.Split;
import org.galton.task.arithmetic.ArithmeticTask;
import org.galton.task.group.GroupSearchTask;
import org.galton.view.engine.EngineLimits;
import org.galton.view.label.Labeller;
import org.galton.view.row.CellAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of the viewer as a picture at 1280 and 390 pixels, light and dark, in {@code
 * target/view-pictures}, of sweeps of the models in the jar; and a list of 1,000,000 rollouts that
 * is scrolled.
 */
final class ViewPicturesCoverage {
  private static final int SCROLLS = 20;

  @TempDir private Path temporary;

  private SweepResult sweep(
      String output, List<String> models, TaskSpec task, Set<KeptDetail> keep, String... gates) {
    SweepSpec spec =
        new SweepSpec(
            output,
            7,
            temporary.resolve(output).toString(),
            8,
            models,
            List.of(task),
            List.of(SamplingWish.of(Sampling.untempered(48))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            1024,
            0,
            List.of(gates).stream().map(GateRule::parse).toList(),
            Optional.empty(),
            keep);
    return new Sweep(
            LocalSpark.session(),
            new Checkpoints(),
            new LastRunReview(new Configuration(false)),
            SweepStudy.NONE,
            "test")
        .run(spec, progress -> {});
  }

  @Test
  void everyPageFitsItsWidth() throws Exception {
    Path pictures = Files.createDirectories(Path.of("target", "view-pictures"));
    SweepResult sums =
        sweep(
            "sums",
            List.of("builtin:abacus@517", "builtin:abacus@1547"),
            new TaskSpec(ArithmeticTask.withDefaults(), 12, Split.TEST),
            Set.of(KeptDetail.TOKENS),
            "pass@1 below 0.99",
            "mean@n above 0.995");
    sweep(
        "games",
        List.of("builtin:crowd"),
        new TaskSpec(
            new GroupSearchTask(
                "tom",
                GroupSearch.defaults()
                    .withCondition(Condition.TOM)
                    .withStyle(Style.MARKS)
                    .withPlayers(4)
                    .withRounds(5)),
            2,
            Split.TEST),
        Set.of());
    List<String> folders =
        List.of(temporary.resolve("sums").toString(), temporary.resolve("games").toString());
    try (Viewer viewer =
            Viewer.start(
                folders, 0, EngineLimits.withDefaults(), Optional.of(new Labeller("anna")));
        BrowserTab tab = new Chromium(temporary).open(URI.create(viewer.address()))) {
      tab.await("document.querySelector('h1').textContent === 'Runs'");
      for (Map.Entry<String, String> page : pages(viewer, sums).entrySet()) {
        ViewClient.of(viewer).page(page.getValue());
        tab.go(page.getValue());
        tab.await("location.href.endsWith(" + quoted(page.getValue()) + ")");
        tab.value("document.querySelectorAll('details').forEach(part => part.open = true)");
        for (String scheme : List.of("light", "dark")) {
          tab.prefer(scheme);
          for (int width : List.of(1280, 390)) {
            Path png = pictures.resolve("%s-%d-%s.png".formatted(page.getKey(), width, scheme));
            assertThat(tab.picture(png, width)).as(png.toString()).isLessThanOrEqualTo(width);
          }
        }
      }
    }
    System.out.println("Pictures: " + pictures);
  }

  private static Map<String, String> pages(Viewer viewer, SweepResult sums) throws Exception {
    ViewClient client = ViewClient.of(viewer);
    List<BooksRow> books = sums.summary().orElseThrow().books();
    String cells = "?a=" + address(books.get(0)) + "&b=" + address(books.get(1));
    String prompt = sums.summary().orElseThrow().prompts().get(0).promptId();
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("runs", "/");
    pages.put("run", "/1/run?run_id=" + sums.runId());
    pages.put("cells", "/1/cells");
    pages.put("prompts", "/1/prompts");
    pages.put("prompt", "/1/prompt?task=arithmetic&prompt_id=" + prompt);
    pages.put("rollouts", "/1/rollouts");
    pages.put("rollout", "/1/" + client.allRollouts("/1/rollouts").get(0));
    pages.put("game", "/2/" + client.allRollouts("/2/rollouts").get(0));
    pages.put("labels", "/1/labels");
    pages.put("compare", "/1/compare" + cells);
    pages.put("pair", "/1/pair" + cells + "&task=arithmetic&prompt_id=" + prompt);
    return pages;
  }

  private static String address(BooksRow row) {
    return ViewedFiguresTest.encoded(
        new CellAddress(1, row.model(), row.task(), row.generation(), row.scorer()).text());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "\\'") + "'";
  }

  @Test
  void aMillionRolloutsScroll() throws Exception {
    Path folder = temporary.resolve("many");
    ManyRollouts.write(1_000_000, folder);
    try (Viewer viewer = Viewer.start(List.of(folder.toString()), 0, EngineLimits.withDefaults());
        BrowserTab tab = new Chromium(temporary).open(URI.create(viewer.address()))) {
      tab.await("document.querySelector('h1').textContent === 'Runs'");
      tab.go("/1/rollouts");
      tab.await("document.querySelectorAll('#rows tbody tr').length >= 50");
      long began = System.nanoTime();
      for (int scroll = 0; scroll < SCROLLS; scroll++) {
        String before = tab.value("document.querySelectorAll('#rows tbody tr').length + ''");
        tab.value("window.scrollTo(0, document.body.scrollHeight)");
        tab.await("document.querySelectorAll('#rows tbody tr').length > " + before);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      String links =
          tab.value(
              "new Set([...document.querySelectorAll('#rows tbody a')].map(a => a.href)).size + ''");
      String rows = tab.value("document.querySelectorAll('#rows tbody tr').length + ''");
      assertThat(links).as("each row once").isEqualTo(rows);
      System.out.printf(
          Locale.ROOT,
          "%s of 1,000,000 rows by scrolling, %.2f s a time.%n",
          rows,
          seconds / SCROLLS);
    }
  }
}
