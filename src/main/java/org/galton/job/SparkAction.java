package org.galton.job;

import java.util.function.Supplier;
import org.galton.spec.InvalidInput;
import org.galton.table.Unfinished;

/** Runs a Spark action, and gives what stopped it in our own words. */
public final class SparkAction {
  private SparkAction() {}

  /**
   * @param purpose as in "Cannot {purpose}: …"
   * @throws InvalidInput or {@link Unfinished} as a task threw it; Unfinished for all other
   *     failures
   */
  public static <T> T run(String purpose, Supplier<T> action) {
    try {
      return action.get();
    } catch (Exception e) { // Scala throws checked exceptions without declaring them.
      Throwable root = e;
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof InvalidInput || cause instanceof Unfinished) {
          throw (RuntimeException) cause;
        }
        root = cause;
      }
      String reason = root.getMessage() == null ? root.toString() : root.getMessage();
      throw new Unfinished(
          "Cannot %s: %s; run the same command again"
              .formatted(purpose, reason.lines().findFirst().orElse("")),
          e);
    }
  }
}
