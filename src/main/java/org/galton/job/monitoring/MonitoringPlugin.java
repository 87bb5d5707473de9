package org.galton.job.monitoring;

import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Puts {@link DrawingCounts} into Spark's metrics system: those of a process on each executor, the
 * sums over all executors on the driver, where one scrape finds them. Spark makes one by its name.
 */
public final class MonitoringPlugin implements SparkPlugin {
  @Override
  public DriverPlugin driverPlugin() {
    return new DriverMonitor();
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorMonitor();
  }
}
