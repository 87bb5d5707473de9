package org.galton.job.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the shares of a job have taken of executors. What the job took beyond its busiest executor
 * is Spark's: to send weights, shares and results, to begin tasks, and to open a policy.
 *
 * @param busiestSeconds of the executor that worked longest
 * @param cpuSeconds of all of them on all processors
 * @param cpuSecondsHere of these, in this process
 */
public record ExecutorTime(double busiestSeconds, double cpuSeconds, double cpuSecondsHere) {
  // As Spark calls the executor that is the driver itself.
  private static final String DRIVER = "driver";

  static ExecutorTime of(List<? extends ShareAnswer.Done<?>> shares) {
    Map<String, Double> byExecutor =
        shares.stream()
            .collect(
                Collectors.groupingBy(
                    ShareAnswer.Done::executor,
                    Collectors.summingDouble(ShareAnswer.Done::seconds)));
    return new ExecutorTime(
        byExecutor.values().stream().mapToDouble(seconds -> seconds).max().orElse(0),
        shares.stream().mapToDouble(ShareAnswer.Done::cpuSeconds).sum(),
        shares.stream()
            .filter(share -> share.executor().equals(DRIVER))
            .mapToDouble(ShareAnswer.Done::cpuSeconds)
            .sum());
  }
}
