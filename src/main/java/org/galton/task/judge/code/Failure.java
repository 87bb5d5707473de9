package org.galton.task.judge.code;

import com.google.re2j.Pattern;
import org.galton.task.judge.sandbox.Limits;
import org.galton.task.judge.sandbox.ProgramRun;

/**
 * Says in a line how a program failed; the words of its own error are cut, and have no addresses.
 */
final class Failure {
  private static final int SHOWN = 160;

  /** Where an object lies, which is another place in every process. */
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]+");

  private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

  private Failure() {}

  /** Of a program that has all tests in one process. */
  static String of(ProgramRun run, int tests, Limits limits) {
    int at = place(run.told());
    return of(run, at, tests, limits);
  }

  /**
   * @param test its number, 0 where none is known
   */
  static String of(ProgramRun run, int test, int tests, Limits limits) {
    String where = test == 0 ? "" : " in test %d of %d".formatted(test, tests);
    return switch (run.ending()) {
      case CPU_LIMIT -> "ended%s: more than %d s of CPU time".formatted(where, limits.cpuSeconds());
      case MEMORY_LIMIT -> "ended%s: more than %d MiB".formatted(where, limits.memoryMib());
      case OUTPUT_LIMIT ->
          "ended%s: more than %d KiB of output".formatted(where, limits.outputKib());
      case TIME_LIMIT -> "ended%s: it slept or waited".formatted(where);
      case EXITED -> exited(run, test, tests);
    };
  }

  static String wrong(int test, int tests) {
    return "failed test %d of %d: another output than expected".formatted(test, tests);
  }

  private static String exited(ProgramRun run, int test, int tests) {
    String error = error(run.told());
    if (error.isEmpty()) {
      return "ended with exit code %d before its tests did".formatted(run.exitCode());
    }
    return test == 0
        ? "did not load: " + error
        : "failed test %d of %d: %s".formatted(test, tests, error);
  }

  /** The number of the test that failed; 0 where none is told. */
  static int place(String told) {
    int blank = told.indexOf(' ');
    boolean isNumber =
        blank > 0
            && blank < 6
            && told.substring(0, blank).chars().allMatch(c -> '0' <= c && c <= '9');
    return isNumber ? Integer.parseInt(told.substring(0, blank)) : 0;
  }

  private static String error(String told) {
    String text = told.substring(told.indexOf(' ') + 1);
    String visible = INVISIBLE.matcher(ADDRESS.matcher(text).replaceAll("0x…")).replaceAll("");
    String cut = visible.length() <= SHOWN ? visible : visible.substring(0, SHOWN) + "…";
    return cut.endsWith(": ") ? cut.substring(0, cut.length() - 2) : cut.strip();
  }
}
