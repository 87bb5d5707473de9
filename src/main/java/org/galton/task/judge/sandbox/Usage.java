package org.galton.task.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a tree of processes uses, as the kernel counts it.
 *
 * @param cpuMillis of living processes and those that they have waited for
 * @param memoryBytes resident, shared pages counted for each that has them; the most of all looks
 * @param isRunnable whether one runs or waits for a core
 */
record Usage(long cpuMillis, long memoryBytes, boolean isRunnable) {
  static final Usage NONE = new Usage(0, 0, false);

  // In stat behind the name: field 3 is the first.
  private static final int STATE = 0;
  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;
  private static final long MILLIS_A_TICK = 10;

  static Usage of(List<ProcessHandle> processes) {
    Usage sum = NONE;
    for (ProcessHandle process : processes) {
      sum = sum.plus(of(process.pid()));
    }
    return sum;
  }

  /** Whether nothing is left of a process but its number, for whose parent it still waits. */
  static boolean isGone(ProcessHandle process) {
    try {
      String state = stat(folder(process.pid()))[STATE];
      return !process.isAlive() || state.equals("Z") || state.equals("X");
    } catch (IOException | IndexOutOfBoundsException e) {
      return true;
    }
  }

  /** This look at processes of which the other was an earlier one. */
  Usage after(Usage before) {
    return new Usage(
        Math.max(cpuMillis, before.cpuMillis),
        Math.max(memoryBytes, before.memoryBytes),
        isRunnable);
  }

  private static Usage of(long pid) {
    Path folder = folder(pid);
    try {
      String[] fields = stat(folder);
      long ticks = 0;
      for (int i = USER; i <= CHILDREN_SYSTEM; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      boolean runs = fields[STATE].equals("R");
      return new Usage(ticks * MILLIS_A_TICK, residentBytes(folder), runs);
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      // It has ended meanwhile.
      return NONE;
    }
  }

  private static Path folder(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }

  /** The fields behind the name, which may hold any byte. */
  private static String[] stat(Path folder) throws IOException {
    String stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }

  private static long residentBytes(Path folder) throws IOException {
    String status = Files.readString(folder.resolve("status"), StandardCharsets.ISO_8859_1);
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
        .sum();
  }

  private Usage plus(Usage other) {
    return new Usage(
        cpuMillis + other.cpuMillis,
        memoryBytes + other.memoryBytes,
        isRunnable || other.isRunnable);
  }
}
