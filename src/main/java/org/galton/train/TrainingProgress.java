package org.galton.train;

import java.util.SortedMap;

/** What a training run says while it goes on. */
public interface TrainingProgress {
  /**
   * After a number of steps: mean loss since the last report in nats a token, and tokens a second.
   */
  void trained(int step, double loss, double learningRate, double tokensPerSecond);

  /**
   * A checkpoint was written; the pass rate of each task is over validation prompts, one completion
   * each.
   */
  void checkpoint(Provenance provenance, double heldOutLoss, SortedMap<String, Double> passRates);

  /** The run goes on from a saved state. */
  void resumed(int step);
}
