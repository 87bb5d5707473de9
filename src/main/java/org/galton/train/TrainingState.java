package org.galton.train;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All that a run needs to go on after it was killed: weights, moments and counters. */
final class TrainingState {
  private final StateFile file;

  /**
   * @param step steps taken
   * @param tokens tokens seen
   * @param seconds time spent in steps
   */
  record Counters(int step, long tokens, double seconds) {}

  TrainingState(Path folder) {
    this.file = new StateFile(folder.resolve("training-state.safetensors"));
  }

  void save(List<NDArray> arrays, Counters counters) throws IOException {
    // Counters as float pairs would lose digits; 24-bit halves do not.
    float[] counts = {
      counters.step, counters.tokens >> 24, counters.tokens & 0xffffff, (float) counters.seconds
    };
    file.save(counts, arrays);
  }

  boolean exists() {
    return file.exists();
  }

  /** Puts the saved values into the arrays. */
  Counters restore(List<NDArray> arrays) throws IOException {
    float[] counts = file.restore(arrays);
    return new Counters((int) counts[0], ((long) counts[1] << 24) + (long) counts[2], counts[3]);
  }
}
