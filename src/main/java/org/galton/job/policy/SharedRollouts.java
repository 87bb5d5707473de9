package org.galton.job.policy;

import java.util.List;
import org.galton.train.policy.TracedRollout;

/** What became of requests, in no particular order, and what that has taken. */
public record SharedRollouts(List<Placed> rollouts, ExecutorTime time) {
  /**
   * @param device that it was drawn on
   */
  public record Placed(TracedRollout rollout, String device) {}
}
