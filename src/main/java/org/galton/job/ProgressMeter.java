package org.galton.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Counts receipts as they come, and in between the tokens that running tasks report with their
 * executors' heartbeats.
 */
final class ProgressMeter extends SparkListener {
  private final String tokenCounter;
  private final long total;
  private final Consumer<Progress> sink;
  private final long began = System.nanoTime();
  private final Map<Long, Long> running = new HashMap<>();
  private long done;
  private long failures;
  private long tokens;

  /**
   * @param tokenCounter name of the accumulator that tasks count tokens with
   * @param total rollouts to come
   */
  ProgressMeter(String tokenCounter, long total, Consumer<Progress> sink) {
    this.tokenCounter = tokenCounter;
    this.total = total;
    this.sink = sink;
  }

  synchronized void add(ShardOutcome.Receipt receipt) {
    done += receipt.drawn() + receipt.failed();
    failures += receipt.failed();
    tokens += receipt.tokens();
    report();
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    CollectionConverters.asJava(update.accumUpdates())
        .forEach(
            task ->
                CollectionConverters.asJava(task._4()).stream()
                    .filter(counter -> counter.name().contains(tokenCounter))
                    .forEach(counter -> running.put((Long) task._1(), value(counter))));
    report();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    running.remove(end.taskInfo().taskId());
  }

  private static long value(AccumulableInfo counter) {
    return counter.update().isDefined() ? ((Number) counter.update().get()).longValue() : 0;
  }

  private void report() {
    long live = running.values().stream().mapToLong(Long::longValue).sum();
    sink.accept(
        new Progress(
            done, total, failures, tokens + live, Duration.ofNanos(System.nanoTime() - began)));
  }
}
