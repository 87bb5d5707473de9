package org.galton.task.judge.sandbox;

import java.io.Serializable;

/**
 * What one program may use.
 *
 * @param cpuSeconds of all its processes together, 1 or more
 * @param memoryMib of all its processes together, 64 or more
 * @param outputKib written to its standard output, 1 or more
 */
public record Limits(int cpuSeconds, int memoryMib, int outputKib) implements Serializable {
  /** Processes and threads. */
  static final int PROCESSES = 64;

  /** Files that a process has open. */
  static final int OPEN_FILES = 64;

  /** The longest file. */
  static final long FILE_BYTES = 16L << 20;

  /** Each of the folders that it may write to. */
  static final long FOLDER_BYTES = 64L << 20;

  public Limits {
    atLeast("cpuSeconds", cpuSeconds, 1);
    atLeast("memoryMib", memoryMib, 64);
    atLeast("outputKib", outputKib, 1);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "Invalid %s %d: expected %d or more".formatted(name, value, least));
    }
  }

  /** Far more than the CPU time takes even on a busy machine. */
  long wallMillis() {
    return 4000L * cpuSeconds + 5000;
  }

  long cpuMillis() {
    return 1000L * cpuSeconds;
  }

  long memoryBytes() {
    return (long) memoryMib << 20;
  }

  int outputBytes() {
    return (int) Math.min(Integer.MAX_VALUE - 8L, 1024L * outputKib);
  }
}
