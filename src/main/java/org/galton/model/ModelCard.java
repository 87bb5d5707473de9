package org.galton.model;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known of a model.
 *
 * @param name the name a reader knows it by, such as {@code builtin:abacus@2000}
 * @param digest hash of everything that shapes its distribution: weights, configuration, tokenizer,
 *     template
 * @param parameters number of weights
 * @param contextLength longest prompt and completion together, in tokens
 * @param step training step of this checkpoint, where known
 * @param trainingFlops training compute in floating-point operations, where known
 */
public record ModelCard(
    String name,
    String digest,
    long parameters,
    int contextLength,
    OptionalLong step,
    OptionalDouble trainingFlops) {}
