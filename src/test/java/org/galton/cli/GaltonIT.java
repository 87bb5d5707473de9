package org.galton.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GaltonIT {
  @TempDir private Path temporary;

  private InstalledGalton galton;

  @BeforeEach
  void install() throws IOException {
    galton = new InstalledGalton(temporary);
  }

  @AfterEach
  void uninstall() throws IOException {
    galton.close();
  }

  @Test
  void standardOutputIsTheResultAndTheTerminalIsQuiet() throws Exception {
    printsTheResultAlone("local[*]");
  }

  @Tag("whole")
  @Test
  void onAClusterStandardOutputIsTheResultToo() throws Exception {
    printsTheResultAlone("local-cluster[2,1,1024]");
  }

  private void printsTheResultAlone(String master) throws Exception {
    int code =
        galton.run(
            "--master", master, "sql", "--json", "SELECT sum(id) AS n FROM range(0, 10, 1, 4)");

    assertThat(galton.err()).isEqualTo("Answered by Spark: no --output names a folder.\n");
    assertThat(galton.out()).isEqualTo("[{\"n\":45}]\n");
    assertThat(code).isZero();
    assertThat(temporary).isDirectoryNotContaining("glob:**/*{spark,metastore,artifacts}*");
  }

  /** A library that is new in the jar needs its row in META-INF/licenses/README.md. */
  @Test
  void theJarCarriesItsLicencesAndItsBillOfMaterials() throws IOException {
    Map<String, String> artifacts =
        Map.of(
            "ai/djl", "ai.djl:api",
            "com/ethlo/time", "com.ethlo.time:itu",
            "com/google/re2j", "com.google.re2j:re2j",
            "com/networknt", "com.networknt:json-schema-validator",
            "com/optimaize", "com.optimaize.languagedetector:language-detector",
            "com/sun/jna", "net.java.dev.jna:jna",
            "dev/failsafe", "dev.failsafe:failsafe",
            "io/pebbletemplates", "io.pebbletemplates:pebble",
            "org/unbescape", "org.unbescape:unbescape",
            "picocli", "info.picocli:picocli");
    try (JarFile jar = new JarFile("target/galton.jar")) {
      assertThat(jar.stream().map(JarEntry::getName))
          .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/AL2.0", "META-INF/LGPL2.1")
          .filteredOn(name -> name.endsWith(".class") && !name.startsWith("org/galton/"))
          .allMatch(name -> artifacts.keySet().stream().anyMatch(name::startsWith));
      String licences = text(jar, "META-INF/licenses/README.md");
      assertThat(licences).contains(artifacts.values()).contains("ai.djl.pytorch:pytorch-engine");
      assertThat(
              licences
                  .lines()
                  .flatMap(line -> Pattern.compile("`(META-INF/[^`]+)`").matcher(line).results()))
          .allMatch(named -> jar.getEntry(named.group(1)) != null);
      assertThat(text(jar, "META-INF/sbom/galton.cdx.json"))
          .contains(
              "\"CycloneDX\"",
              "pkg:maven/io.pebbletemplates/pebble@",
              "pkg:maven/io.netty/netty-handler@");
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), UTF_8);
  }

  @Test
  void aRegressionOfGivenRolloutsMissesItsGateWithExitCodeOne() throws Exception {
    for (int right : new int[] {6, 2}) {
      StringBuilder csv = new StringBuilder("prompt,sample,correct\n");
      for (int p = 0; p < 40; p++) {
        for (int i = 0; i < 8; i++) {
          csv.append("p%d,%d,%d%n".formatted(p, i, i < right + p % 3 ? 1 : 0));
        }
      }
      Files.writeString(temporary.resolve(right + ".csv"), csv);
      int code = galton.run("stats", "--input", right + ".csv", "--output", "runs-" + right);
      assertThat(code).as(galton.err()).isZero();
    }

    int code =
        galton.run("compare", "runs-6", "runs-2", "--fail-if", "pass@1 drops by more than 0.02");

    assertThat(galton.out()).contains("-0.500 ± 0.088");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void aMistakeThatOnlyATaskFindsIsStillOneLineAndExitCodeTwo() throws Exception {
    Files.createDirectories(temporary.resolve("my runs"));
    int code =
        galton.run(
            "--master",
            "local[1]",
            "sql",
            "--output",
            "my runs",
            "SELECT 1 / (id - id) FROM range(1)");

    assertThat(galton.out()).isEmpty();
    assertThat(galton.err())
        .startsWith("Cannot run the query: Division by zero.")
        .endsWith("; there are no views (--output names the folder of the tables)\n")
        .hasLineCount(1);
    assertThat(code).isEqualTo(2);
  }

  @Test
  void anImportedLogIsQueriedLikeASweep() throws Exception {
    String log =
        "src/test/resources/org/galton/job/tiny-org__tiny-model/"
            + "samples_sums_2026-01-31T12-00-00.123456.jsonl";
    int imported =
        galton.run(
            "--master",
            "local[1]",
            "import",
            "lm-eval",
            "--output",
            "my runs",
            "--filter",
            "strict-match",
            Path.of(log).toAbsolutePath().toString());

    assertThat(galton.err()).isEmpty();
    assertThat(galton.out())
        .contains("4 rollouts added")
        .contains("Report: my runs/import-lm-eval-report.html");
    assertThat(imported).isZero();
    assertThat(temporary.resolve("my runs/import-lm-eval-report.html")).isNotEmptyFile();

    galton.run(
        "--master",
        "local[1]",
        "sql",
        "--output",
        "my runs",
        "--json",
        "SELECT value FROM metrics WHERE metric = 'pass@k' AND k = 1");
    assertThat(galton.out()).isEqualTo("[{\"value\":0.5}]\n");
  }
}
