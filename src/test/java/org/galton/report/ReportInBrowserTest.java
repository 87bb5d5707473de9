package org.galton.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in Chromium where there is one. */
class ReportInBrowserTest {
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
    new ReportWriter()
        .write(new EmergenceReport(SampleEmergence.run(), SampleEmergence.rows()), page);
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
  void opensAnEmptySweepWithoutAnError() throws Exception {
    SweepReport empty =
        new SweepReport(
            SampleSweep.run(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(rendered(empty)).contains("data-charts=\"drawn\"").doesNotContain("<svg ");
  }

  private String rendered(SweepReport report) throws IOException, InterruptedException {
    StringWriter page = new StringWriter();
    new ReportWriter().write(report, page);
    return rendered(page.toString());
  }

  private String rendered(String html) throws IOException, InterruptedException {
    Optional<Path> chromium = onPath("chromium").or(() -> onPath("google-chrome"));
    assumeTrue(chromium.isPresent(), "no chromium on the PATH");
    Path page = folder.resolve("report.html");
    Files.writeString(page, html);
    Path dom = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                chromium.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    try {
      assertThat(browser.waitFor(5, TimeUnit.MINUTES)).as("chromium ended").isTrue();
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(dom);
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
