package org.galton.model.llama.decoding;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * A request and who waits for its outcome.
 *
 * @param trace told the tokens of a completion before the sink is told the completion
 * @param watch told each token as it is drawn
 * @param single whether the caller wants no other completion of this prompt
 * @param abandoned whether nobody waits any more
 */
record Job(
    Request request,
    Sampling sampling,
    Consumer<Outcome> sink,
    Consumer<TokenTrace> trace,
    TokenWatch watch,
    boolean single,
    BooleanSupplier abandoned) {

  /** One that is waited for to the end. */
  Job(Request request, Sampling sampling, Consumer<Outcome> sink, Consumer<TokenTrace> trace) {
    this(request, sampling, sink, trace, TokenWatch.NONE, false, () -> false);
  }
}
