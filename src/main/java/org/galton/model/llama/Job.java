package org.galton.model.llama;

import java.util.function.Consumer;
import org.galton.model.Outcome;
import org.galton.model.Request;

/** A request and who waits for its outcome. */
record Job(Request request, Consumer<Outcome> sink) {}
