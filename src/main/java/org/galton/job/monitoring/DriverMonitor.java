package org.galton.job.monitoring;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.PluginContext;

/** Adds up what the executors report. One that is silent for long draws nothing any more. */
final class DriverMonitor implements DriverPlugin {
  private static final Duration SILENCE = ExecutorMonitor.EVERY.multipliedBy(15);

  private record Heard(DrawingReport report, long atNanos) {}

  private final Map<String, Heard> executors = new HashMap<>();
  private final Meter tokens = new Meter();
  private final Meter rollouts = new Meter();
  private final Meter failures = new Meter();
  private final LongSupplier nanos;

  DriverMonitor() {
    this(System::nanoTime);
  }

  DriverMonitor(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public void registerMetrics(String applicationId, PluginContext context) {
    MetricRegistry registry = context.metricRegistry();
    registry.register("tokens", tokens);
    registry.register("rollouts", rollouts);
    registry.register("failures", failures);
    register(registry, "shards", DrawingReport::shards);
    register(registry, "slots_in_use", DrawingReport::slotsInUse);
    register(registry, "queue", DrawingReport::queue);
  }

  private void register(MetricRegistry registry, String name, ToLongFunction<DrawingReport> value) {
    Gauge<Long> gauge = () -> sum(value);
    registry.register(name, gauge);
  }

  private synchronized long sum(ToLongFunction<DrawingReport> value) {
    return executors.values().stream()
        .filter(heard -> nanos.getAsLong() - heard.atNanos() < SILENCE.toNanos())
        .mapToLong(heard -> value.applyAsLong(heard.report()))
        .sum();
  }

  @Override
  public synchronized Object receive(Object message) {
    DrawingReport report = (DrawingReport) message;
    Heard before = executors.put(report.executor(), new Heard(report, nanos.getAsLong()));
    DrawingReport last = before == null ? DrawingReport.NOTHING : before.report();
    tokens.mark(report.tokens() - last.tokens());
    rollouts.mark(report.rollouts() - last.rollouts());
    failures.mark(report.failures() - last.failures());
    return null;
  }
}
