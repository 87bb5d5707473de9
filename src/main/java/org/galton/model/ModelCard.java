package org.galton.model;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known of a model.
 *
 * @param name the name a reader knows it by, such as {@code builtin:abacus@2000}
 * @param digest hash of everything that shapes its distribution: weights, configuration, tokenizer
 * @param parameters number of weights
 * @param contextLength longest prompt and completion together, in tokens
 * @param step training step of this checkpoint, where known
 * @param trainingFlops training compute in floating-point operations, where known
 * @param sampling what its makers recommend
 * @param chat whether and how it answers chats
 */
public record ModelCard(
    String name,
    String digest,
    long parameters,
    int contextLength,
    OptionalLong step,
    OptionalDouble trainingFlops,
    SamplingDefaults sampling,
    ChatSupport chat) {

  /** A model that continues raw texts and comes without recommendations. */
  public ModelCard(
      String name,
      String digest,
      long parameters,
      int contextLength,
      OptionalLong step,
      OptionalDouble trainingFlops) {
    this(
        name,
        digest,
        parameters,
        contextLength,
        step,
        trainingFlops,
        SamplingDefaults.NONE,
        ChatSupport.none(name));
  }

  /** The part of a name that the checkpoints of one training share. */
  public static String family(String name) {
    int at = name.lastIndexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }
}
