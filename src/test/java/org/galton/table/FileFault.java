package org.galton.table;

import org.galton.table.store.FaultyFileSystem;

/**
 * What goes wrong on a {@link FaultyFileSystem}.
 *
 * @param step the call that goes wrong
 * @param effect what becomes of it
 * @param part of the path's last name that the fault is about; empty for all
 * @param first number of the call at which it begins, from 1
 * @param times how many calls it lasts
 */
public record FileFault(Step step, Effect effect, String part, int first, int times) {
  private static final int ALWAYS = Integer.MAX_VALUE;

  /** A call to the file system; CLOSE is that of a file that was written. */
  public enum Step {
    CREATE,
    CLOSE,
    RENAME,
    DELETE,
    OPEN,
    LIST,
    STATUS
  }

  /** What becomes of the call. */
  public enum Effect {
    /** It fails and does nothing. */
    FAILS,
    /** It is done, and the answer is lost. */
    IS_DONE_AND_FAILS,
    /** It takes 50 ms longer. */
    IS_SLOW,
    /** Half of the bytes arrive, and nobody says so. */
    IS_CUT_SHORT,
    /** A listing that shows nothing of the last second. */
    IS_LATE
  }

  public static FileFault once(Step step, Effect effect, String part, int call) {
    return new FileFault(step, effect, part, call, 1);
  }

  public static FileFault always(Step step, Effect effect, String part) {
    return new FileFault(step, effect, part, 1, ALWAYS);
  }

  /** As a value of the configuration. */
  public String text() {
    return String.join(",", step.name(), effect.name(), part, first + "", times + "");
  }

  public static FileFault parse(String text) {
    String[] parts = text.split(",", -1);
    return new FileFault(
        Step.valueOf(parts[0]),
        Effect.valueOf(parts[1]),
        parts[2],
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]));
  }

  @Override
  public String toString() {
    return step
        + " of '"
        + part
        + "' "
        + effect
        + (times == ALWAYS ? " always" : " at call " + first);
  }
}
