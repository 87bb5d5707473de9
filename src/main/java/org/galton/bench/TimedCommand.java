package org.galton.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands of Galton timed from start to end, as a user starts them.
 *
 * @param script {@code galton}
 */
public record TimedCommand(Path script) {
  private static final String TIMED = "TIMEFORMAT='%R %U %S'; time \"$@\" >\"$TOLD\" 2>/dev/null";

  /**
   * What a run took, in seconds.
   *
   * @param wall from the start to the end
   * @param cpu processor time of all threads
   */
  public record Time(double wall, double cpu) {}

  /**
   * Runs a command.
   *
   * @param sparks options of spark-submit
   * @param jvm further options of the JVM
   * @param told the file that takes its standard output
   * @throws IllegalStateException when it fails
   */
  public Time run(List<String> sparks, List<String> command, String jvm, Path told)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("bash", "-c", TIMED, "bash", script.toString()));
    all.addAll(sparks);
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.matches("(SPARK|GALTON)_.*"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("SPARK_SUBMIT_OPTS", jvm);
    builder.environment().put("TOLD", told.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException(
          "Cannot time %s %s: it ended with %d; run it by hand"
              .formatted(script, String.join(" ", command), code));
    }
    String[] seconds = said.split(" ", -1);
    return new Time(
        Double.parseDouble(seconds[0]),
        Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]));
  }
}
