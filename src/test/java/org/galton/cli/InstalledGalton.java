package org.galton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Galton as a user has it: the packaged jar, started by the script, from another folder, under a
 * path with a space.
 */
final class InstalledGalton implements AutoCloseable {
  private static final String COMPILERS = "-XX:TieredStopAtLevel=1";

  /** What the script gives to commands alone, for executors that live as shortly. */
  private static final String FOR_EXECUTORS =
      "%s -XX:SharedArchiveFile=\"%s\" -Xlog:cds=off -Xlog:cds+dynamic=off"
          .formatted(COMPILERS, Path.of("target/spark-home/classes.jsa").toAbsolutePath());

  private final Path folder;
  private final Path installation;

  /**
   * @param folder where commands run and their output is kept
   */
  InstalledGalton(Path folder) throws IOException {
    this.folder = folder;
    this.installation = Files.createDirectories(folder.resolve("an installation"));
    Files.copy(Path.of("galton"), installation.resolve("galton"));
    Files.createSymbolicLink(installation.resolve("target"), Path.of("target").toAbsolutePath());
  }

  int run(String... args) throws IOException, InterruptedException {
    return run(Map.of(), args);
  }

  int run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return start(environment, args).waitFor();
  }

  /** Replaces the output of the command before. */
  Process start(String... args) throws IOException {
    return start(Map.of(), args);
  }

  private Process start(Map<String, String> environment, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(installation.resolve("galton").toString()));
    if (Arrays.stream(args).anyMatch(arg -> arg.contains("local-cluster"))) {
      command.add("--conf");
      command.add("spark.executor.extraJavaOptions=" + FOR_EXECUTORS);
    }
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(SPARK|GALTON)_.*"));
    builder.environment().put("SPARK_DRIVER_MEMORY", "1g");
    builder.environment().put("SPARK_SUBMIT_OPTS", COMPILERS);
    builder.environment().putAll(environment);
    return builder.start();
  }

  String out() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  @Override
  public void close() throws IOException {
    Files.delete(installation.resolve("target"));
  }
}
