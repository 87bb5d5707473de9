package org.galton.job.monitoring;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what this executor draws, and tells the driver every other second. */
final class ExecutorMonitor implements ExecutorPlugin {
  static final Duration EVERY = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(ExecutorMonitor.class);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "galton-monitoring");
            thread.setDaemon(true);
            return thread;
          });
  private PluginContext context;

  @Override
  public void init(PluginContext given, Map<String, String> fromDriver) {
    context = given;
    MetricRegistry registry = given.metricRegistry();
    register(registry, "tokens", DrawingReport::tokens);
    register(registry, "rollouts", DrawingReport::rollouts);
    register(registry, "failures", DrawingReport::failures);
    register(registry, "shards", DrawingReport::shards);
    register(registry, "slots_in_use", DrawingReport::slotsInUse);
    register(registry, "queue", DrawingReport::queue);
    Future<?> unused =
        clock.scheduleAtFixedRate(
            this::tellDriver, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void register(
      MetricRegistry registry, String name, ToLongFunction<DrawingReport> value) {
    Gauge<Long> gauge = () -> value.applyAsLong(DrawingCounts.ofProcess().report(""));
    registry.register("executor." + name, gauge);
  }

  private void tellDriver() {
    try {
      context.send(DrawingCounts.ofProcess().report(context.executorID()));
    } catch (IOException | RuntimeException e) {
      // The next report holds what this one did.
      LOG.debug("Cannot tell the driver what is being drawn", e);
    }
  }

  @Override
  public void onTaskStart() {
    RunMark.adopt(TaskContext.get());
  }

  @Override
  public void shutdown() {
    clock.shutdownNow();
    tellDriver();
  }
}
