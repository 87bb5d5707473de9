package org.galton.model.llama.decoding;

import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/** One caller's requests, pulled by the threads that decode, and the way of its outcomes back. */
final class Feed {
  private final Iterator<Request> requests;
  private final Sampling sampling;
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private long open;
  private volatile boolean abandoned;

  Feed(Iterator<Request> requests, Sampling sampling) {
    this.requests = requests;
    this.sampling = sampling;
  }

  private sealed interface News {
    record Answer(Outcome outcome) implements News {}

    record Failure(Throwable cause) implements News {}

    record End() implements News {}
  }

  Sampling sampling() {
    return sampling;
  }

  synchronized boolean hasNext() {
    return requests.hasNext();
  }

  synchronized Job next() {
    AtomicReference<TokenTrace> told = new AtomicReference<>();
    Job job =
        new Job(
            requests.next(), outcome -> answer(outcome, told.get()), told::set, () -> abandoned);
    open++;
    return job;
  }

  /**
   * @param trace null unless the outcome is a completion
   */
  private synchronized void answer(Outcome outcome, TokenTrace trace) {
    open--;
    news.add(
        new News.Answer(
            outcome instanceof Completion completion
                ? completion.with(trace.completionTokens())
                : outcome));
    if (open == 0 && !requests.hasNext()) {
      news.add(new News.End());
    }
  }

  /** Nobody waits for the outcomes any more: what was begun need not be ended. */
  void abandon() {
    abandoned = true;
  }

  void fail(Throwable cause) {
    news.add(new News.Failure(cause));
  }

  /** Hands over outcomes as they come, until there are no more. */
  void deliver(Consumer<Outcome> sink) {
    try {
      for (News next = news.take(); !(next instanceof News.End); next = news.take()) {
        if (next instanceof News.Answer answer) {
          sink.accept(answer.outcome());
        } else if (next instanceof News.Failure failure) {
          throw new IllegalStateException(
              "Cannot go on drawing: " + failure.cause(), failure.cause());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot go on drawing: interrupted", e);
    }
  }
}
