package org.galton.reinforce;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Seconds by what they went into. */
final class PhaseClock {
  private final Map<Phase, Double> seconds = new EnumMap<>(Phase.class);

  /** Does a piece of work and counts its time. */
  <T> T time(Phase phase, Supplier<T> work) {
    long began = System.nanoTime();
    try {
      return work.get();
    } finally {
      seconds.merge(phase, (System.nanoTime() - began) / 1e9, Double::sum);
    }
  }

  void run(Phase phase, Runnable work) {
    time(
        phase,
        () -> {
          work.run();
          return null;
        });
  }

  void add(Phase phase, double more) {
    seconds.merge(phase, more, Double::sum);
  }

  double seconds(Phase phase) {
    return seconds.getOrDefault(phase, 0.0);
  }
}
