package org.galton.job.agents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a rollout of an agent ended. */
public enum AgentStatus {
  SCORED,
  /** Its answer could not be read, which counts as wrong. */
  FORMAT_ERROR,
  /** The machine, the network or the service failed: it counts in no rate of success. */
  EXCLUDED_INFRASTRUCTURE,
  /** A limit of time came first: likewise. */
  EXCLUDED_TIMEOUT;

  static Optional<AgentStatus> of(String key) {
    return Arrays.stream(values())
        .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(key))
        .findFirst();
  }
}
