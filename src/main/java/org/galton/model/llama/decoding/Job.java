package org.galton.model.llama.decoding;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.galton.model.Outcome;
import org.galton.model.Request;

/**
 * A request and who waits for its outcome.
 *
 * @param trace told the tokens of a completion before the sink is told the completion
 * @param abandoned whether nobody waits any more
 */
record Job(
    Request request,
    Consumer<Outcome> sink,
    Consumer<TokenTrace> trace,
    BooleanSupplier abandoned) {

  /** One that is waited for to the end. */
  Job(Request request, Consumer<Outcome> sink, Consumer<TokenTrace> trace) {
    this(request, sink, trace, () -> false);
  }
}
