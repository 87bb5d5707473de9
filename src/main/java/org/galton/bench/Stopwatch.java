package org.galton.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Wall time since its start, and processor time of the whole process since then. */
public final class Stopwatch {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long began = System.nanoTime();
  private final long cpuBegan = SYSTEM.getProcessCpuTime();

  public double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  public double cpuSeconds() {
    return (SYSTEM.getProcessCpuTime() - cpuBegan) / 1e9;
  }
}
