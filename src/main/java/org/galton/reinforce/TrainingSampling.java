package org.galton.reinforce;

import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;
import org.galton.sweep.SamplingWish;

/** The sampling of a training, which has no filters. */
final class TrainingSampling {
  private TrainingSampling() {}

  /**
   * @throws InvalidInput when the checkpoint's makers recommend a filter that the spec leaves to
   *     them
   */
  static Sampling of(SamplingWish wish, ModelCard start) {
    Sampling sampling = wish.under(start);
    if (sampling.topK() > 0
        || sampling.topP() < 1
        || sampling.minP() > 0
        || sampling.temperature() == 0) {
      throw new InvalidInput(
          "Cannot train with the sampling that model %s recommends (temperature=%s top_k=%d top_p=%s min_p=%s): tokens outside of a filter have no ratio; set sampling.defaults to none"
              .formatted(
                  start.name(),
                  sampling.temperature(),
                  sampling.topK(),
                  sampling.topP(),
                  sampling.minP()));
    }
    return sampling;
  }
}
