package org.galton.job.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Owns and closes the policies of a process, one for each device. One task at a time works with
 * them: the engine has one collector of gradients, and weights are not changed under a task that
 * draws. An executor's end needs no closing, and would have to wait for its task.
 */
final class ProcessPolicies implements AutoCloseable {
  // Tasks of one executor share nothing else: Spark gives them no place of their own.
  private static final ProcessPolicies PROCESS = new ProcessPolicies();

  private record Kind(PolicyOrigin origin, String device) {}

  private final Map<Kind, OpenPolicy> open = new LinkedHashMap<>();

  static ProcessPolicies ofProcess() {
    return PROCESS;
  }

  /** Work with a policy that has these weights. */
  synchronized <T> T with(
      PolicyOrigin origin, String device, VersionedWeights weights, Function<OpenPolicy, T> work) {
    if (open.keySet().stream().anyMatch(kind -> !kind.origin().equals(origin))) {
      close();
    }
    OpenPolicy policy =
        open.computeIfAbsent(new Kind(origin, device), kind -> OpenPolicy.of(origin, device));
    policy.take(weights);
    return work.apply(policy);
  }

  @Override
  public synchronized void close() {
    open.values().forEach(OpenPolicy::close);
    open.clear();
  }
}
