package org.galton.reinforce;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.galton.job.policy.ExecutorTime;

/**
 * Seconds by what they went into: on the wall, and of the process and its executors on all
 * processors.
 */
final class PhaseClock {
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Map<Phase, Spent> spent = new EnumMap<>(Phase.class);

  /** Does a piece of work and counts its time. */
  <T> T time(Phase phase, Supplier<T> work) {
    long began = System.nanoTime();
    long used = MACHINE.getProcessCpuTime();
    try {
      return work.get();
    } finally {
      add(
          phase,
          new Spent((System.nanoTime() - began) / 1e9, (MACHINE.getProcessCpuTime() - used) / 1e9));
    }
  }

  /**
   * Does a piece of work by executors. The phase is given the time of the busiest one; the rest is
   * Spark's.
   */
  <T> T timeOnExecutors(Phase phase, Supplier<T> work, Function<T, ExecutorTime> taken) {
    PhaseClock own = new PhaseClock();
    T done = own.time(phase, work);
    Spent whole = own.spent(phase);
    ExecutorTime busy = taken.apply(done);
    add(phase, new Spent(busy.busiestSeconds(), busy.cpuSeconds()));
    add(
        Phase.SPARK,
        new Spent(
            Math.max(0, whole.seconds() - busy.busiestSeconds()),
            Math.max(0, whole.cpuSeconds() - busy.cpuSecondsHere())));
    return done;
  }

  void run(Phase phase, Runnable work) {
    time(
        phase,
        () -> {
          work.run();
          return null;
        });
  }

  void add(PhaseClock other) {
    other.spent.forEach(this::add);
  }

  private void add(Phase phase, Spent more) {
    spent.merge(phase, more, Spent::plus);
  }

  Spent spent(Phase phase) {
    return spent.getOrDefault(phase, Spent.NOTHING);
  }

  /** Of all phases. */
  double cpuSeconds() {
    return spent.values().stream().mapToDouble(Spent::cpuSeconds).sum();
  }

  double seconds(Phase phase) {
    return spent(phase).seconds();
  }
}
