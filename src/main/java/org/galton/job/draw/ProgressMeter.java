package org.galton.job.draw;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Counts receipts as they come, and in between the rollouts and tokens that running tasks report
 * with their executors' heartbeats.
 */
final class ProgressMeter extends SparkListener {
  private record Drawn(long rollouts, long tokens) {
    static final Drawn NOTHING = new Drawn(0, 0);

    Drawn plus(Drawn other) {
      return new Drawn(rollouts + other.rollouts, tokens + other.tokens);
    }
  }

  private final String rolloutCounter;
  private final String tokenCounter;
  private final long total;
  private final Consumer<Progress> sink;
  private final long began = System.nanoTime();
  private final TimeLeft timeLeft;
  private final Map<Long, Drawn> running = new HashMap<>();
  private final Set<Long> ended = new HashSet<>();
  private long done;
  private long failures;
  private long tokens;

  /**
   * @param rolloutCounter name of the accumulator that tasks count rollouts with
   * @param tokenCounter name of the one for tokens
   * @param total rollouts to come
   */
  ProgressMeter(String rolloutCounter, String tokenCounter, long total, Consumer<Progress> sink) {
    this.rolloutCounter = rolloutCounter;
    this.tokenCounter = tokenCounter;
    this.total = total;
    this.timeLeft = new TimeLeft(total);
    this.sink = sink;
  }

  synchronized void add(ShardOutcome.Receipt receipt) {
    end(receipt.task());
    done += receipt.drawn() + receipt.failed();
    failures += receipt.failed();
    tokens += receipt.tokens();
    report();
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    CollectionConverters.asJava(update.accumUpdates())
        .forEach(
            task -> {
              Drawn drawn =
                  CollectionConverters.asJava(task._4()).stream()
                      .map(this::drawn)
                      .reduce(Drawn.NOTHING, Drawn::plus);
              // The receipt counts it already, though Spark does not know yet that the task ended.
              if (!ended.contains((Long) task._1())) {
                running.put((Long) task._1(), drawn);
              }
            });
    report();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    end(end.taskInfo().taskId());
  }

  private void end(long task) {
    running.remove(task);
    ended.add(task);
  }

  private Drawn drawn(AccumulableInfo counter) {
    long value =
        counter.update().isDefined() && counter.update().get() instanceof Long count ? count : 0;
    if (counter.name().contains(rolloutCounter)) {
      return new Drawn(value, 0);
    }
    return counter.name().contains(tokenCounter) ? new Drawn(0, value) : Drawn.NOTHING;
  }

  private void report() {
    Drawn live = running.values().stream().reduce(Drawn.NOTHING, Drawn::plus);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
    timeLeft.add(elapsed, done + live.rollouts());
    sink.accept(
        new Progress(
            done,
            Math.min(live.rollouts(), total - done),
            total,
            failures,
            tokens + live.tokens(),
            elapsed,
            timeLeft.known()));
  }
}
