package org.galton.model.llama.decoding;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/** One caller's requests, pulled by the threads that decode, and the way of its outcomes back. */
final class Feed {
  private static final long PATIENCE_NANOS = 500_000_000;

  private final Iterator<Request> requests;
  private final Sampling sampling;
  private final Optional<DrawWatcher> watcher;
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private long looked = System.nanoTime();
  private long open;
  private boolean ended;
  private volatile boolean abandoned;

  Feed(Iterator<Request> requests, Sampling sampling, Optional<DrawWatcher> watcher) {
    this.requests = requests;
    this.sampling = sampling;
    this.watcher = watcher;
  }

  private sealed interface News {
    record Answer(Outcome outcome) implements News {}

    record Token(Request request, DrawnToken token) implements News {}

    record Failure(Throwable cause) implements News {}

    record End() implements News {}
  }

  synchronized boolean hasNext() {
    return requests.hasNext();
  }

  synchronized Job next() {
    AtomicReference<TokenTrace> told = new AtomicReference<>();
    Request request = requests.next();
    open++;
    return new Job(
        request,
        sampling,
        outcome -> answer(outcome, told.get()),
        told::set,
        watch(request),
        watcher.isPresent() && watcher.get().single(),
        () -> abandoned);
  }

  private TokenWatch watch(Request request) {
    return watcher
        .map(
            who ->
                new TokenWatch(
                    who.alternatives(), token -> news.add(new News.Token(request, token))))
        .orElse(TokenWatch.NONE);
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
      ended = true;
      news.add(new News.End());
    }
  }

  /** Whether all is drawn, or nobody waits for the rest. */
  synchronized boolean isOver() {
    return abandoned || ended;
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
      for (News next = take(); !(next instanceof News.End); next = take()) {
        if (next instanceof News.Answer answer) {
          sink.accept(answer.outcome());
        } else if (next instanceof News.Token told) {
          watcher.ifPresent(who -> who.drawn(told.request(), told.token()));
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

  private News take() throws InterruptedException {
    if (watcher.isEmpty()) {
      return news.take();
    }
    News next = null;
    while (next == null) {
      next = news.poll(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
      if (System.nanoTime() - looked >= PATIENCE_NANOS) {
        looked = System.nanoTime();
        watcher.get().waiting();
      }
    }
    return next;
  }
}
