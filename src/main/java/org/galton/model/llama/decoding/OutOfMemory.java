package org.galton.model.llama.decoding;

import ai.djl.engine.EngineException;
import java.util.List;

/** More memory was wanted than the device has, or than a decode loop may take of it. */
final class OutOfMemory extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // The engine has one exception type for everything.
  private static final List<String> SIGNS =
      List.of("out of memory", "can't allocate memory", "not enough memory");

  OutOfMemory(String message) {
    super(message);
  }

  static boolean is(RuntimeException error) {
    String message = String.valueOf(error.getMessage());
    return error instanceof OutOfMemory
        || (error instanceof EngineException && SIGNS.stream().anyMatch(message::contains));
  }
}
