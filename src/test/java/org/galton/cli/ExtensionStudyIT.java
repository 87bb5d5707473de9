package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.galton.study.Studies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A study is one folder and one line: that of {@code examples/extension} has its command, table,
 * text, JSON, page, options in {@code runs}, docs and place in a sweep. Its commands end the Spark
 * session of the process, so that no test with a session of its own may share it.
 */
final class ExtensionStudyIT {
  @TempDir private Path folder;

  private ClassLoader before;

  @BeforeEach
  void rememberClassLoader() {
    before = Thread.currentThread().getContextClassLoader();
  }

  @AfterEach
  void restoreClassLoader() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void itsStudyIsACommandATableAndASectionOfASweepsReport() throws IOException {
    Path jar = ExampleExtension.build(folder);
    String runs = folder.resolve("runs").toString();
    try (URLClassLoader beside = ExtensionTest.beside(jar)) {
      Thread.currentThread().setContextClassLoader(beside);
      assertThat(galton("sweep", "examples/extension/sweep.yaml", "--set", "output=" + runs))
          .containsPattern("echo:backward +reverse +8 +0 +0 +8")
          .containsPattern("echo:forward +words +3 +2 +0 +1");
      assertThat(folder.resolve("runs/extension-report.html"))
          .content()
          .contains("<a href=\"#consistency\">Consistency</a>")
          .contains("<section id=\"consistency\">");
      assertThat(galton("sql", "--output", runs, "SELECT sum(always) AS always FROM consistency"))
          .contains("12");
      assertThat(galton("check", "--output", runs)).contains("nothing is wrong");

      String alone = folder.resolve("alone").toString();
      assertThat(galton("consistency", "--run", runs, "--output", alone))
          .containsPattern("echo:forward +words +3 +2 +0 +1")
          .contains("Report: " + alone);
      assertThat(galton("again", alone, "--json")).contains("\"always\" : 8");
      assertThat(folder.resolve("alone/consistency-report.html"))
          .content()
          .contains("Of 22 prompts, 0 are solved sometimes.");
      assertThat(galton("--help")).contains("consistency").contains("solves never, sometimes");
      assertThat(StudyHeader.of(Studies.all().get(Studies.all().size() - 1)))
          .contains("`--run DIR`")
          .contains("[consistency](../tables.md#consistency)");
    }
  }

  private static String galton(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Galton.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    assertThat(Galton.run(command, arguments)).as(err.toString()).isZero();
    return out.toString();
  }
}
