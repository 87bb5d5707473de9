package org.galton.task.judge.sandbox;

/**
 * What became of a program.
 *
 * @param ending how it came to its end
 * @param isDone whether it told, by the secret word, that it reached its end, and exited with 0
 * @param exitCode 128 and the number of the signal where one ended it
 * @param told where it is done, the JSON text that an entry point returned; otherwise how it failed
 *     as {@code 2 AssertionError: …}, the test's number first, 0 where the program did not load; it
 *     may have forged that
 * @param output its standard output
 * @param cost as its own process told it or as it was seen from outside, whichever is more
 */
public record ProgramRun(
    Ending ending, boolean isDone, int exitCode, String told, String output, Cost cost) {
  /**
   * What a run took: for readers, not for verdicts.
   *
   * @param peakMib most memory resident at once
   */
  public record Cost(long cpuMillis, long peakMib) {
    public static final Cost UNKNOWN = new Cost(0, 0);

    /** Of the same run, measured twice. */
    Cost orMore(Cost other) {
      return new Cost(Math.max(cpuMillis, other.cpuMillis), Math.max(peakMib, other.peakMib));
    }
  }
}
