package org.galton.model.llama.decoding;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.galton.model.Outcome;
import org.galton.model.Request;

/**
 * A request and who waits for its outcome.
 *
 * @param abandoned whether nobody waits any more
 */
record Job(Request request, Consumer<Outcome> sink, BooleanSupplier abandoned) {

  /** One that is waited for to the end. */
  Job(Request request, Consumer<Outcome> sink) {
    this(request, sink, () -> false);
  }
}
