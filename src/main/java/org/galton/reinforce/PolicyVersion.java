package org.galton.reinforce;

import org.galton.model.ModelCard;
import org.galton.model.ComputeType;
import org.galton.model.Sampling;
import org.galton.sweep.Framing;
import org.galton.sweep.Generation;

/**
 * A policy between two steps: a model of its own, whose rollouts are a generation of their own.
 *
 * @param name of the model, as in tables
 * @param digest of its weights and all else that shapes what it says
 */
record PolicyVersion(String name, String digest) {

  /** The generation of its rollouts: that of a sweep over its checkpoint. */
  String generation(ModelCard start, Sampling sampling, long seed) {
    ModelCard card =
        new ModelCard(
            name,
            digest,
            start.parameters(),
            start.contextLength(),
            start.step(),
            start.trainingFlops(),
            start.sampling(),
            start.chat());
    return Generation.of(card, sampling, new Framing.Raw(), ComputeType.FLOAT32, seed).id();
  }
}
