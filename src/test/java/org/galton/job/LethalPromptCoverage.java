package org.galton.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.galton.job.sweep.LethalSweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prompt over which executors really die, in a Spark cluster of processes. */
final class LethalPromptCoverage {
  @TempDir private Path folder;

  @Test
  void executorsDieOfOnePromptAndTheOthersAreDrawnAsIfItWereNotThere() throws Exception {
    assertThat(sweep("local[2]", "whole", "no such prompt")).as(log("whole")).isZero();
    Map<String, String> whole = StoredTexts.drawn(folder.resolve("whole"));
    assertThat(whole).hasSize(LethalSweep.PROMPTS * LethalSweep.ROLLOUTS);

    int code = sweep("local-cluster[2,1,1024]", "bereft", LethalSweep.LETHAL);

    assertThat(code).as("a twelfth failed, a tenth may\n" + log("bereft")).isZero();
    Map<String, String> bereft = StoredTexts.drawn(folder.resolve("bereft"));
    assertThat(bereft).hasSize((LethalSweep.PROMPTS - 1) * LethalSweep.ROLLOUTS);
    assertThat(whole).containsAllEntriesOf(bereft);
    assertThat(StoredTexts.failures(folder.resolve("bereft")))
        .hasSize(LethalSweep.ROLLOUTS)
        .allMatch(row -> row.error().equals("the process died 3 times while drawing it"));
    assertThat(folder.resolve("bereft/_attempts")).doesNotExist();

    assertThat(sweep("local[2]", "bereft", "no such prompt")).as("the next night").isZero();
    assertThat(StoredTexts.drawn(folder.resolve("bereft"))).isEqualTo(whole);
    assertThat(StoredTexts.failures(folder.resolve("bereft"))).isEmpty();
  }

  private int sweep(String master, String output, String lethal) throws Exception {
    // Surefire's own class path is one jar that names the others.
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-Xmx1g", "-cp", classes, LethalSweep.class.getName(), master));
    command.addAll(List.of(folder.resolve(output).toString(), classes, lethal));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(output + ".log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().put("SPARK_HOME", sparkHome().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(log(output)).isTrue();
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Of its own: workers leave their files there. */
  private Path sparkHome() throws IOException {
    Path home = folder.resolve("spark-home");
    if (!Files.exists(home)) {
      Files.createDirectories(home);
      Files.createFile(home.resolve("RELEASE"));
      Path jars = Path.of(System.getProperty("galton.spark-home", "target/spark-home"), "jars");
      Files.createSymbolicLink(home.resolve("jars"), jars.toAbsolutePath());
    }
    return home;
  }

  private String log(String output) throws IOException {
    Path log = folder.resolve(output + ".log");
    return Files.exists(log) ? Files.readString(log) : "";
  }
}
