package org.galton.model.endpoint;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * A server as all task slots of a process use it. One thread for each request in flight, be it on
 * its way or waiting to be tried again: a server in trouble is asked less.
 */
final class Endpoint implements AutoCloseable {
  private static final int IDLE_SECONDS = 10;

  /** So that no slot waits for its next request. */
  private static final int SPARE = 2;

  private final EndpointSource source;
  private final Connection connection;
  private final Asking asking;
  private final ThreadPoolExecutor threads;

  Endpoint(EndpointSource source, ApiKey key, Backoff backoff) {
    this.source = source;
    this.connection = new Connection(source, key);
    this.asking = new Asking(source, connection, backoff);
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            source.inFlight(),
            source.inFlight(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "galton-endpoint-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** As {@link org.galton.model.LanguageModel#generate}, for any number of callers. */
  @SuppressWarnings("CollectionUndefinedEquality") // what take returns is what submit returned
  void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    ServerFacts facts = connection.facts();
    facts.slots().ifPresent(this::limit);
    // Of one prompt a greedy server draws the same again, and some refuse to. One of Galton's own
    // draws each rollout with its seed, and computes a prompt once for all requests.
    boolean single = sampling.temperature() == 0 || facts.kind() == ServerKind.GALTON;
    Chunks chunks = new Chunks(requests, single ? 1 : source.choices());
    CompletionService<List<Outcome>> answers = new ExecutorCompletionService<>(threads);
    Set<Future<List<Outcome>>> open = new HashSet<>();
    try {
      while (!open.isEmpty() || chunks.hasNext()) {
        while (open.size() < source.inFlight() && chunks.hasNext()) {
          List<Request> chunk = chunks.next();
          open.add(answers.submit(() -> asking.ask(chunk, sampling)));
        }
        Future<List<Outcome>> answered = answers.take();
        open.remove(answered);
        answered.get().forEach(sink);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking model " + source.name(), e);
    } catch (ExecutionException e) {
      throw reason(e);
    } finally {
      open.forEach(request -> request.cancel(true));
    }
  }

  /**
   * A llama.cpp gives each connection a thread, idle ones too, and has a few more threads than
   * slots: a connection beyond these waits until another has been idle for seconds.
   */
  private void limit(int slots) {
    int most = Math.min(source.inFlight(), slots + SPARE);
    if (threads.getMaximumPoolSize() > most) {
      threads.setCorePoolSize(most);
      threads.setMaximumPoolSize(most);
    }
  }

  private static RuntimeException reason(ExecutionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof RuntimeException reason
        ? reason
        : new IllegalStateException(failure.getCause());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
