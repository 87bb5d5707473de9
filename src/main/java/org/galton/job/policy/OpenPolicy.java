package org.galton.job.policy;

import org.galton.model.llama.Checkpoint;
import org.galton.spec.InvalidInput;
import org.galton.train.policy.Policy;
import org.galton.train.policy.PolicyGradient;

/** A policy of this process, with the weights that it was given last. */
final class OpenPolicy implements AutoCloseable {
  private final Policy policy;
  private final PolicyGradient gradient;
  private String digest = "";

  private OpenPolicy(Policy policy, PolicyGradient gradient) {
    this.policy = policy;
    this.gradient = gradient;
  }

  /**
   * @throws InvalidInput when the checkpoint cannot be opened here, or is another one here
   */
  static OpenPolicy of(PolicyOrigin origin, String device) {
    Checkpoint checkpoint = Checkpoint.open(origin.source());
    String found = checkpoint.card().digest();
    if (!found.equals(origin.digest())) {
      throw new InvalidInput(
          "Cannot use model %s: its files here have digest %s, and the training began with %s; give every machine the same files"
              .formatted(origin.source(), found, origin.digest()));
    }
    Policy policy = Policy.open(checkpoint, origin.threads(), device);
    return new OpenPolicy(policy, new PolicyGradient(policy, origin.options()));
  }

  void take(VersionedWeights wanted) {
    if (!digest.equals(wanted.digest())) {
      // Not the old ones any more, should this break off.
      digest = "";
      policy.take(wanted.weights());
      digest = wanted.digest();
    }
  }

  Policy policy() {
    return policy;
  }

  PolicyGradient gradient() {
    return gradient;
  }

  @Override
  public void close() {
    policy.close();
  }
}
