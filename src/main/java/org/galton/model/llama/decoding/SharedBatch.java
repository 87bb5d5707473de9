package org.galton.model.llama.decoding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.galton.model.HiddenStates;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * Decode loops that many callers feed together: slots that one caller's last rollouts leave go to
 * the next caller's first, so the loops are busy as long as anyone wants anything. Callers are
 * served in the order in which they come; one with another sampling waits until a loop is free.
 */
public final class SharedBatch implements AutoCloseable {
  private final LlamaModel model;
  private final Deque<Feed> feeds = new ArrayDeque<>();
  private final List<Thread> loops = new ArrayList<>();
  private final int mostLoops;
  private int users;
  private boolean closed;

  /**
   * @param mostLoops decode loops side by side, however many users there are
   */
  public SharedBatch(LlamaModel model, int mostLoops) {
    this.model = model;
    this.mostLoops = mostLoops;
  }

  /** One user more, and with it a decode loop more. */
  public void join() {
    synchronized (feeds) {
      users++;
      if (loops.size() < Math.min(users, mostLoops)) {
        int number = loops.size();
        Thread loop = new Thread(() -> decode(number), "galton-decode-" + number);
        loop.setDaemon(true);
        loops.add(loop);
        loop.start();
      }
      feeds.notifyAll();
    }
  }

  /** One user less; a loop that is one too many begins nothing more. */
  public void leave() {
    synchronized (feeds) {
      users--;
    }
  }

  /** As {@link org.galton.model.LanguageModel#generate}, for any number of callers at once. */
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    if (!requests.hasNext()) {
      return;
    }
    Feed feed = new Feed(requests, sampling);
    synchronized (feeds) {
      feeds.add(feed);
      feeds.notifyAll();
    }
    try {
      feed.deliver(sink);
    } finally {
      // Nothing more is begun or continued for a caller who has given up.
      feed.abandon();
      synchronized (feeds) {
        feeds.remove(feed);
      }
    }
  }

  /** Reads states beside the loops; to be closed before this. */
  public HiddenStates states() {
    return model.states();
  }

  private void decode(int number) {
    for (Sampling sampling = await(number); sampling != null; sampling = await(number)) {
      Jobs jobs = new Jobs(sampling);
      try {
        model.run(jobs, sampling);
      } catch (RuntimeException | Error e) {
        synchronized (feeds) {
          feeds.removeAll(jobs.served);
        }
        jobs.served.forEach(feed -> feed.fail(e));
      }
    }
  }

  /** The sampling of the first feed that has something left; null when closed. */
  private Sampling await(int number) {
    synchronized (feeds) {
      dropExhausted();
      while ((feeds.isEmpty() || number >= users) && !closed) {
        try {
          feeds.wait();
        } catch (InterruptedException e) {
          return null;
        }
        dropExhausted();
      }
      return feeds.isEmpty() ? null : feeds.peek().sampling();
    }
  }

  private void dropExhausted() {
    while (!feeds.isEmpty() && isExhausted(feeds.peek())) {
      feeds.remove();
    }
  }

  private static boolean isExhausted(Feed feed) {
    try {
      return !feed.hasNext();
    } catch (RuntimeException e) {
      feed.fail(e);
      return true;
    }
  }

  /** What a loop is to do: requests of the first feed, as long as it wants the loop's sampling. */
  private final class Jobs implements Iterator<Job> {
    private final Sampling sampling;
    private final Set<Feed> served = new HashSet<>();
    private Job taken;

    Jobs(Sampling sampling) {
      this.sampling = sampling;
    }

    /** Takes the job at once: another loop might take it before {@link #next}. */
    @Override
    public boolean hasNext() {
      if (taken == null) {
        synchronized (feeds) {
          dropExhausted();
          Feed first = feeds.peek();
          if (first != null && first.sampling().equals(sampling)) {
            served.add(first);
            taken = first.next();
          }
        }
      }
      return taken != null;
    }

    @Override
    public Job next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Job job = taken;
      taken = null;
      return job;
    }
  }

  @Override
  public void close() {
    synchronized (feeds) {
      closed = true;
      feeds.notifyAll();
    }
    try {
      for (Thread loop : loops) {
        loop.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    model.close();
  }
}
