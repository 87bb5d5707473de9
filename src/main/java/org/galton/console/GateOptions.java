package org.galton.console;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.galton.job.gate.JudgedGate;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Option;

/** How surely gates are judged, and where their results go for build servers. */
public final class GateOptions {
  @Option(
      names = "--confidence",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      description = "One-sided confidence of the gates (default: ${DEFAULT-VALUE}).")
  private double confidence;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      converter = HomePath.class,
      description = "Also write the gates as JUnit XML, a test case for each judged gate.")
  private String junit;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      converter = HomePath.class,
      description = "Also write the gates as a table in Markdown.")
  private String markdown;

  public double confidence() {
    return confidence;
  }

  /**
   * @throws InvalidInput when results are asked for and there is no gate
   */
  public void check(List<String> gates) {
    if (gates.isEmpty() && (junit != null || markdown != null)) {
      throw new InvalidInput(
          "Cannot write results of gates: there is no gate; add --fail-if GATE, or leave out --junit and --markdown");
    }
  }

  /**
   * @param suite what the gates were judged of, such as {@code galton stats}
   * @throws InvalidInput when a file cannot be written; it is then what it was before
   */
  public void write(String suite, List<JudgedGate> gates) {
    if (junit != null) {
      publish(Path.of(junit), out -> GateXml.write(suite, gates, out));
    }
    if (markdown != null) {
      publish(Path.of(markdown), out -> out.write(GateMarkdown.of(suite, gates)));
    }
  }

  private interface Content {
    void write(Writer out) throws IOException;
  }

  private static void publish(Path file, Content content) {
    Path whole = file.toAbsolutePath();
    Path hidden =
        whole.resolveSibling(".%s.%d".formatted(file.getFileName(), ProcessHandle.current().pid()));
    try {
      Files.createDirectories(whole.getParent());
      try {
        try (Writer out = Files.newBufferedWriter(hidden)) {
          content.write(out);
        }
        Files.move(
            hidden, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(hidden);
      }
    } catch (IOException e) {
      throw new InvalidInput(
          "Cannot write %s: %s; name a file in a folder that you may write to".formatted(file, e),
          e);
    }
  }
}
