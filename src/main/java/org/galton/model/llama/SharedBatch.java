package org.galton.model.llama;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * One batch that many callers feed: slots that one caller's last rollouts leave go to the next
 * caller's first. A device is then busy as long as anyone wants anything.
 *
 * <p>Callers with another sampling wait until those before them are served. Each caller's requests
 * are pulled by the thread that decodes, and its outcomes handed over by its own.
 */
final class SharedBatch implements AutoCloseable {
  private final LlamaModel model;
  private final Deque<Feed> waiting = new ArrayDeque<>();
  private Thread thread;
  private boolean closed;

  SharedBatch(LlamaModel model) {
    this.model = model;
  }

  /** What a caller is told: an outcome, or that there are no more, or why there will be none. */
  private record News(Outcome outcome, Throwable failure) {}

  private static final class Feed {
    private final Iterator<Request> requests;
    private final Sampling sampling;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private long open;

    Feed(Iterator<Request> requests, Sampling sampling) {
      this.requests = requests;
      this.sampling = sampling;
    }

    Job next() {
      open++;
      return new Job(requests.next(), this::answer);
    }

    private void answer(Outcome outcome) {
      open--;
      news.add(new News(outcome, null));
      endIfDone();
    }

    void endIfDone() {
      if (open == 0 && !requests.hasNext()) {
        news.add(new News(null, null));
      }
    }
  }

  void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    if (!requests.hasNext()) {
      return;
    }
    Feed feed = new Feed(requests, sampling);
    synchronized (waiting) {
      if (closed) {
        throw new IllegalStateException("Cannot draw: the model is closed");
      }
      waiting.add(feed);
      waiting.notifyAll();
      if (thread == null) {
        thread = new Thread(this::decode, "galton-decode");
        thread.setDaemon(true);
        thread.start();
      }
    }
    try {
      for (News next = feed.news.take(); ; next = feed.news.take()) {
        if (next.failure() != null) {
          throw new IllegalStateException(
              "Cannot go on drawing: " + next.failure(), next.failure());
        }
        if (next.outcome() == null) {
          return;
        }
        sink.accept(next.outcome());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot go on drawing: interrupted", e);
    }
  }

  private void decode() {
    for (Feed first = await(); first != null; first = await()) {
      Fed fed = new Fed(first.sampling);
      try {
        model.run(fed, first.sampling);
      } catch (RuntimeException | Error e) {
        fed.served.forEach(feed -> feed.news.add(new News(null, e)));
      }
    }
  }

  /** The first waiting feed, left where it is; null when closed. */
  private Feed await() {
    synchronized (waiting) {
      while (waiting.isEmpty() && !closed) {
        try {
          waiting.wait();
        } catch (InterruptedException e) {
          return null;
        }
      }
      return waiting.peek();
    }
  }

  /** The jobs of all feeds that want one sampling, one feed after another. */
  private final class Fed implements Iterator<Job> {
    private final Sampling sampling;
    private final List<Feed> served = new ArrayList<>();
    private Feed current;

    Fed(Sampling sampling) {
      this.sampling = sampling;
    }

    @Override
    public boolean hasNext() {
      if (current != null && current.requests.hasNext()) {
        return true;
      }
      synchronized (waiting) {
        boolean fits = !waiting.isEmpty() && waiting.peek().sampling.equals(sampling);
        current = fits ? waiting.remove() : null;
      }
      if (current != null) {
        served.add(current);
      }
      return current != null;
    }

    @Override
    public Job next() {
      return current.next();
    }
  }

  @Override
  public void close() {
    Thread decoding;
    synchronized (waiting) {
      closed = true;
      waiting.notifyAll();
      decoding = thread;
    }
    try {
      if (decoding != null) {
        decoding.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    model.close();
  }
}
