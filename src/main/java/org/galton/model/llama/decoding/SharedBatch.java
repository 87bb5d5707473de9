package org.galton.model.llama.decoding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.galton.model.HiddenStates;
import org.galton.model.LayerStates;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.torch.Torch;

/**
 * Decode loops that many callers feed together: slots that one caller's last rollouts leave go to
 * the next caller's first, so the loops are busy as long as anyone wants anything. Callers are
 * served in the order in which they come, whatever their samplings are.
 */
public final class SharedBatch implements AutoCloseable {
  private final LlamaModel model;
  private final Deque<Feed> feeds = new ArrayDeque<>();
  private final List<Thread> loops = new ArrayList<>();
  private final int mostLoops;
  private final int mostThreads;
  private int users;
  private boolean closed;

  /**
   * @param mostLoops decode loops side by side, however many users there are
   */
  public SharedBatch(LlamaModel model, int mostLoops) {
    this(model, mostLoops, 1);
  }

  private SharedBatch(LlamaModel model, int mostLoops, int mostThreads) {
    this.model = model;
    this.mostLoops = mostLoops;
    this.mostThreads = mostThreads;
  }

  /**
   * One loop on the CPU, with as many threads inside an operation as there are users. Where weights
   * do not fit into the caches, two loops would read all of them twice.
   */
  public static SharedBatch ofOneLoop(LlamaModel model) {
    return new SharedBatch(model, 1, Runtime.getRuntime().availableProcessors());
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
    generate(new Feed(requests, sampling, Optional.empty()), sink);
  }

  /** The same, which tells each token as it is drawn. */
  public void generate(Iterator<Request> requests, Sampling sampling, DrawWatcher watcher) {
    generate(new Feed(requests, sampling, Optional.of(watcher)), watcher::ended);
  }

  private void generate(Feed feed, Consumer<Outcome> sink) {
    if (!feed.hasNext()) {
      return;
    }
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

  /** Reads layers beside the loops; to be closed before this. */
  public LayerStates layers() {
    return model.layers();
  }

  /** Reads sequences beside the loops, for one thread; to be closed before this. */
  public SequenceReader reader() {
    return model.reader();
  }

  private void decode(int number) {
    while (await(number)) {
      Jobs jobs = new Jobs();
      try {
        model.run(jobs);
      } catch (RuntimeException | Error e) {
        synchronized (feeds) {
          feeds.removeAll(jobs.served);
        }
        jobs.served.forEach(feed -> feed.fail(e));
      }
    }
  }

  /** Waits for a feed that has something left; false when closed. */
  private boolean await(int number) {
    synchronized (feeds) {
      dropExhausted();
      while ((feeds.isEmpty() || number >= users) && !closed) {
        try {
          feeds.wait();
        } catch (InterruptedException e) {
          return false;
        }
        dropExhausted();
      }
      return !feeds.isEmpty();
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

  /** What a loop is to do: requests of the first feed, then of the next. */
  private final class Jobs implements Iterator<Job> {
    private final Set<Feed> served = new HashSet<>();
    private Job taken;
    private int threads;

    /** Takes the job at once: another loop might take it before {@link #next}. */
    @Override
    public boolean hasNext() {
      if (taken == null) {
        synchronized (feeds) {
          useThreads(Math.max(1, Math.min(users, mostThreads)));
          dropExhausted();
          Feed first = feeds.peek();
          if (first != null) {
            serve(first);
            taken = first.next();
          }
        }
      }
      return taken != null;
    }

    /** The number is one of each thread that calls the engine: it is set by the loop's own. */
    private void useThreads(int wanted) {
      if (mostThreads > 1 && wanted != threads) {
        Torch.useThreads(wanted);
        threads = wanted;
      }
    }

    /** A loop may never come to its end: it forgets the callers that have. */
    private void serve(Feed feed) {
      if (!served.contains(feed)) {
        served.removeIf(Feed::isOver);
        served.add(feed);
      }
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
