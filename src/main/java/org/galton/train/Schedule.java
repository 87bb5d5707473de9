package org.galton.train;

/**
 * How a model is trained: AdamW with decoupled weight decay, a linear warm-up and a cosine decay to
 * zero.
 *
 * @param steps optimiser steps
 * @param batch examples a step
 * @param learningRate highest learning rate, reached after {@code warmup} steps
 * @param clip largest Euclidean norm of the gradient
 * @param checkpoints how many to write, at log-spaced steps from {@code firstCheckpoint} to {@code
 *     steps}
 * @param validationPrompts prompts per task that a checkpoint is judged on
 * @param threads intra-op threads
 */
public record Schedule(
    int steps,
    int batch,
    double learningRate,
    int warmup,
    double weightDecay,
    double clip,
    double adamBeta1,
    double adamBeta2,
    int checkpoints,
    int firstCheckpoint,
    int validationPrompts,
    int threads) {

  public Schedule {
    requireAtMostSteps("warmup", warmup, steps);
    requireAtMostSteps("first_checkpoint", firstCheckpoint, steps);
  }

  AdamWOptions optimizer() {
    return new AdamWOptions(clip, weightDecay, adamBeta1, adamBeta2);
  }

  private static void requireAtMostSteps(String key, int value, int steps) {
    if (value > steps) {
      throw new IllegalArgumentException(
          "Invalid %s %d: expected at most the %d steps of the training"
              .formatted(key, value, steps));
    }
  }
}
