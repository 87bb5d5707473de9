package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a script in place of {@code galton}, which works longer where it is submitted. */
final class StartsBenchmarkTest {
  @TempDir private Path folder;

  private Path script(String body) throws IOException {
    Path file = Files.writeString(folder.resolve("a script"), "#!/bin/bash\n" + body);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void theProcessorTimeOfBothWaysIsCompared() throws Exception {
    Path script =
        script(
            """
            echo "$SPARK_SUBMIT_OPTS $1" >> "${0%/*}/calls"
            [ "$1" != --name=starts ] || for ((i = 0; i < 300000; i++)); do :; done
            """);

    List<StartsBenchmark.Row> rows = new StartsBenchmark(script, 2).run();

    assertThat(rows)
        .extracting(StartsBenchmark.Row::command)
        .containsExactly("version", "stats, 16 rows", "fit, 14 points", "sql by Spark");
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.submittedCpu()).isGreaterThan(0.05);
              assertThat(row.submittedWall()).isGreaterThanOrEqualTo(0.05);
              assertThat(row.ratio()).isLessThan(0.5);
            });
    assertThat(Files.readAllLines(folder.resolve("calls")))
        .hasSize(4 * 2 * 2)
        .startsWith(
            "-XX:Tier4InvocationThreshold=5000 -XX:Tier4MinInvocationThreshold=600"
                + " -XX:Tier4CompileThreshold=15000 -XX:Tier4BackEdgeThreshold=40000 --name=starts",
            " version");
  }

  @Test
  void aCommandThatFailsIsNoMeasurement() throws Exception {
    Path script = script("exit 3");

    assertThatThrownBy(() -> new StartsBenchmark(script, 1).run())
        .hasMessage("Cannot time " + script + " version: it ended with 3; run it by hand");
    assertThatThrownBy(() -> new StartsBenchmark(script, 0))
        .hasMessage("Invalid number of rounds 0: expected 1 or more");
  }
}
