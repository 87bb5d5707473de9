package org.galton.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Memory of this process as the system counts it, native memory included. Known where the system
 * has a {@code /proc} like that of Linux.
 */
final class ProcessMemory {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Path proc;

  ProcessMemory() {
    this(Path.of("/proc"));
  }

  ProcessMemory(Path proc) {
    this.proc = proc;
  }

  /** Bytes that a measurement may take without driving anything into swap. */
  long free() {
    long total = SYSTEM.getTotalMemorySize();
    long ofContainer = total - bytes("self/status", "VmRSS:").orElse(0);
    return Math.min(
        ofContainer, bytes("meminfo", "MemAvailable:").orElse(SYSTEM.getFreeMemorySize()));
  }

  /** Begins a measurement of how much the process grows. */
  Growth growth() {
    try {
      // Sets the peak back to what is resident now.
      Files.writeString(proc.resolve("self/clear_refs"), "5");
    } catch (IOException | UnsupportedOperationException e) {
      return OptionalLong::empty;
    }
    OptionalLong before = bytes("self/status", "VmRSS:");
    return () -> {
      OptionalLong peak = bytes("self/status", "VmHWM:");
      return before.isPresent() && peak.isPresent()
          ? OptionalLong.of(Math.max(0, peak.getAsLong() - before.getAsLong()))
          : OptionalLong.empty();
    };
  }

  /** A measurement on its way. */
  interface Growth {
    /** Highest resident size since the beginning, less the one at the beginning, in bytes. */
    OptionalLong peak();
  }

  private OptionalLong bytes(String file, String key) {
    try {
      return Files.readAllLines(proc.resolve(file)).stream()
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
