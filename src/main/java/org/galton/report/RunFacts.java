package org.galton.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.galton.table.RunRow;

/** When and with what a run was made, and how it ended. */
public final class RunFacts {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private RunFacts() {}

  public static String versions(RunRow run) {
    return "Galton %s, Spark %s, Java %s"
        .formatted(run.galtonVersion(), run.sparkVersion(), run.javaVersion());
  }

  public static String started(RunRow run) {
    return minute(run.started());
  }

  public static String minute(Instant time) {
    return MINUTE.format(time);
  }

  /** What an exit code means to a reader. */
  public static String result(int exitCode) {
    return switch (exitCode) {
      case 0 -> "complete";
      case 1 -> "finished, with more failures than its budget allows or a gate missed";
      case 3 -> "could not finish; what is shown is partial";
      default -> "ended with exit code " + exitCode;
    };
  }
}
