package org.galton.job.monitoring;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.Outcome;
import org.galton.model.Request;

/**
 * Counts what the tasks of a process draw. A model takes a request when it has a slot free and
 * hands back an outcome when it is done, so what is taken and not handed back are the slots in use.
 */
public final class DrawingCounts {
  // Tasks and the metrics system of an executor share nothing else.
  private static final DrawingCounts PROCESS = new DrawingCounts();

  private final LongAdder tokens = new LongAdder();
  private final LongAdder rollouts = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder shards = new LongAdder();
  private final LongAdder slotsInUse = new LongAdder();
  private final LongAdder queue = new LongAdder();

  DrawingCounts() {}

  /** The counts of this process. */
  public static DrawingCounts ofProcess() {
    return PROCESS;
  }

  /** Counts a shard from here on until it is closed. */
  public Shard begin(long wanted) {
    return new Shard(wanted);
  }

  DrawingReport report(String executor) {
    return new DrawingReport(
        executor,
        tokens.sum(),
        rollouts.sum(),
        failures.sum(),
        shards.sum(),
        slotsInUse.sum(),
        queue.sum());
  }

  /** A shard that is being drawn. Several threads may draw it. */
  public final class Shard implements AutoCloseable {
    private final AtomicLong waiting;
    private final AtomicLong working = new AtomicLong();

    private Shard(long wanted) {
      waiting = new AtomicLong(wanted);
      shards.increment();
      queue.add(wanted);
    }

    /** The same requests, counted as they are taken. */
    public Iterator<Request> taken(Iterator<Request> requests) {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return requests.hasNext();
        }

        @Override
        public Request next() {
          Request next = requests.next();
          waiting.decrementAndGet();
          queue.decrement();
          working.incrementAndGet();
          slotsInUse.increment();
          return next;
        }
      };
    }

    /** Hands outcomes on, counted as they come. */
    public Consumer<Outcome> counted(Consumer<Outcome> sink) {
      return outcome -> {
        working.decrementAndGet();
        slotsInUse.decrement();
        if (outcome instanceof Completion completion) {
          rollouts.increment();
          tokens.add(completion.countedTokens());
        } else {
          failures.increment();
        }
        sink.accept(outcome);
      };
    }

    /** What a task that failed has left undone is neither waiting nor in a slot any more. */
    @Override
    public void close() {
      shards.decrement();
      queue.add(-waiting.getAndSet(0));
      slotsInUse.add(-working.getAndSet(0));
    }
  }
}
