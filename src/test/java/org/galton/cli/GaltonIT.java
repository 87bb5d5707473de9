package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Galton as a user runs it: the packaged jar, started by the script, from another folder, under a
 * path with a space.
 */
final class GaltonIT {
  @TempDir private Path temporary;

  private Path installation;

  @BeforeEach
  void install() throws IOException {
    installation = Files.createDirectories(temporary.resolve("an installation"));
    Files.copy(Path.of("galton"), installation.resolve("galton"));
    Files.createSymbolicLink(installation.resolve("target"), Path.of("target").toAbsolutePath());
  }

  @AfterEach
  void uninstall() throws IOException {
    Files.delete(installation.resolve("target"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[*]", "local-cluster[2,1,1024]"})
  void standardOutputIsTheResultAndTheTerminalIsQuiet(String master) throws Exception {
    int code =
        galton("--master", master, "sql", "--json", "SELECT sum(id) AS n FROM range(0, 10, 1, 4)");

    assertThat(Files.readString(temporary.resolve("err"))).isEmpty();
    assertThat(Files.readString(temporary.resolve("out"))).isEqualTo("[{\"n\":45}]\n");
    assertThat(code).isZero();
    assertThat(temporary).isDirectoryNotContaining("glob:**/*{spark,metastore,artifacts}*");
  }

  @Test
  void aMistakeThatOnlyATaskFindsIsStillOneLineAndExitCodeTwo() throws Exception {
    Files.createDirectories(temporary.resolve("my runs"));
    int code =
        galton(
            "--master",
            "local[1]",
            "sql",
            "--output",
            "my runs",
            "SELECT 1 / (id - id) FROM range(1)");

    assertThat(Files.readString(temporary.resolve("out"))).isEmpty();
    assertThat(Files.readString(temporary.resolve("err")))
        .startsWith("Cannot run the query: Division by zero.")
        .endsWith("; there are no views (--output names the folder of the tables)\n")
        .hasLineCount(1);
    assertThat(code).isEqualTo(2);
  }

  private int galton(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(installation.resolve("galton").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temporary.toFile())
            .redirectOutput(temporary.resolve("out").toFile())
            .redirectError(temporary.resolve("err").toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(SPARK|GALTON)_.*"));
    builder.environment().put("SPARK_DRIVER_MEMORY", "1g");
    return builder.start().waitFor();
  }
}
