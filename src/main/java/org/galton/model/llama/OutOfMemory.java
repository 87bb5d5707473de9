package org.galton.model.llama;

import java.util.List;

/** Tells the engine's out-of-memory errors from others, which share one exception type. */
final class OutOfMemory {
  private static final List<String> SIGNS =
      List.of("out of memory", "can't allocate memory", "not enough memory");

  private OutOfMemory() {}

  static boolean is(RuntimeException error) {
    String message = String.valueOf(error.getMessage());
    return SIGNS.stream().anyMatch(message::contains);
  }
}
