package org.galton.cli;

import java.util.Iterator;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;

/** Completes every prompt with the number of tasks that draw from it at once in this process. */
record CountingModel(ModelCard card) implements LanguageModel {
  private static final AtomicInteger AT_ONCE = new AtomicInteger();

  /** Needs no GPU, whatever device it is given. */
  record Loader() implements ModelLoader {
    @Override
    public ModelCard card(String source) {
      return new ModelCard(source, source, 10, 100, OptionalLong.empty(), OptionalDouble.empty());
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      return new CountingModel(card(source));
    }
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    int atOnce = AT_ONCE.incrementAndGet();
    try {
      Thread.sleep(100); // So that tasks meet.
      requests.forEachRemaining(
          request ->
              sink.accept(
                  new Completion(
                      request,
                      Integer.toString(atOnce),
                      Completion.Finish.STOP,
                      4,
                      3,
                      -1,
                      0.5,
                      0.1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while drawing", e);
    } finally {
      AT_ONCE.decrementAndGet();
    }
  }

  @Override
  public void close() {}
}
