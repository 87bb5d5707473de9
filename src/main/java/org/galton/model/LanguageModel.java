package org.galton.model;

import java.util.Iterator;
import java.util.function.Consumer;

/** A model that draws completions. One instance serves one caller at a time. */
public interface LanguageModel extends AutoCloseable {
  ModelCard card();

  /**
   * Draws one completion for every request and hands each to {@code sink} once, in no particular
   * order. Pulls from {@code requests} only when there is room for another rollout. Requests for
   * the same prompt should follow one another: their prompt is then computed once.
   *
   * <p>A completion depends on its prompt, the sampling and its own seed, never on what else is
   * drawn beside it.
   */
  void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink);

  @Override
  void close();
}
