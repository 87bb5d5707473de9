package org.galton.train.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.decoding.LlamaModel;
import org.galton.model.llama.decoding.TokenTrace;

/**
 * Decode loops side by side, each with threads and slots of its own. A loop takes all requests of a
 * prompt at once, so that the prompt is computed by one of them only.
 */
final class DrawingThreads {
  private final Deque<List<Request>> waiting;
  private final Sampling sampling;
  private final Consumer<TracedRollout> sink;

  /**
   * @param byPrompt requests of one prompt each
   * @param sink called by one thread at a time
   */
  DrawingThreads(
      Collection<List<Request>> byPrompt, Sampling sampling, Consumer<TracedRollout> sink) {
    this.waiting = new ArrayDeque<>(byPrompt);
    this.sampling = sampling;
    this.sink = sink;
  }

  /** Draws everything; what ends one loop ends this. */
  void run(int loops, Supplier<LlamaModel> model) {
    List<FutureTask<Void>> running = new ArrayList<>();
    for (int i = 0; i < loops; i++) {
      FutureTask<Void> loop = new FutureTask<>(() -> draw(model), null);
      Thread thread = new Thread(loop, "galton-draw-" + i);
      thread.setDaemon(true);
      thread.start();
      running.add(loop);
    }
    try {
      for (FutureTask<Void> loop : running) {
        loop.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot go on drawing: interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot go on drawing: " + e.getCause(), e.getCause());
    }
  }

  private void draw(Supplier<LlamaModel> supplier) {
    try (LlamaModel model = supplier.get()) {
      Loop loop = new Loop();
      model.generate(loop, sampling, loop::end, loop::remember);
    }
  }

  private List<Request> next() {
    synchronized (waiting) {
      List<Request> taken = waiting.poll();
      return taken == null ? List.of() : taken;
    }
  }

  /** The requests of one loop; its model tells a trace just before its outcome. */
  private final class Loop implements Iterator<Request> {
    private Iterator<Request> prompt = List.<Request>of().iterator();
    private TokenTrace trace;

    @Override
    public boolean hasNext() {
      if (!prompt.hasNext()) {
        prompt = DrawingThreads.this.next().iterator();
      }
      return prompt.hasNext();
    }

    @Override
    public Request next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return prompt.next();
    }

    void remember(TokenTrace told) {
      trace = told;
    }

    void end(Outcome outcome) {
      TracedRollout rollout = new TracedRollout(outcome, Optional.ofNullable(trace));
      trace = null;
      synchronized (sink) {
        sink.accept(rollout);
      }
    }
  }
}
