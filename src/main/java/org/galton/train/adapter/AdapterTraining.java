package org.galton.train.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.spec.InvalidInput;
import org.galton.task.Trainable.WorkedExample;
import org.galton.train.AdamWOptions;
import org.galton.train.policy.Learned;
import org.galton.train.policy.Learner;
import org.galton.train.policy.LearnerOptions;
import org.galton.train.policy.Policy;

/**
 * Learns low-rank factors beside a checkpoint by the cross-entropy of the completions of worked
 * examples, end tokens included. The rate falls in a line to zero.
 */
public final class AdapterTraining {
  private static final int BATCH_TOKENS = 16_384;

  private final AdapterSpec spec;

  public AdapterTraining(AdapterSpec spec) {
    this.spec = spec;
  }

  /**
   * @param folder of the adapter
   * @param firstLoss mean loss of a token over the first batch, in nats
   * @param lastLoss the same over the last batch
   */
  public record Trained(Path folder, double firstLoss, double lastLoss) {}

  /**
   * Trains to the last step and writes the adapter.
   *
   * @throws InvalidInput when the base cannot be read or trained
   */
  public Trained train() throws IOException {
    try (Policy policy = Policy.open(Checkpoint.open(spec.base()), spec.threads())) {
      Learner learner =
          new Learner(
              policy,
              new LearnerOptions(new AdamWOptions(1, 0, 0.9, 0.98), 1, BATCH_TOKENS),
              spec.form(),
              spec.seed());
      double first = step(policy, learner, 0);
      double last = first;
      for (int step = 1; step < spec.steps(); step++) {
        last = step(policy, learner, step);
      }
      Path folder = Path.of(spec.output());
      learner
          .adapter()
          .orElseThrow()
          .write(
              folder,
              spec.base(),
              new ObjectMapper()
                  .writeValueAsBytes(
                      Map.of("step", spec.steps(), "seed", spec.seed(), "loss", last)));
      return new Trained(folder, first, last);
    }
  }

  /** The mean loss before the step. */
  private double step(Policy policy, Learner learner, int step) {
    List<TokenTrace> traces = new ArrayList<>();
    for (int row = 0; row < spec.batch(); row++) {
      WorkedExample example = spec.task().example(spec.seed(), (long) step * spec.batch() + row);
      traces.add(policy.ended(example.prompt(), example.completion()));
    }
    int tokens = traces.stream().mapToInt(trace -> trace.tokens().length).sum();
    double[] loss = new double[1];
    double rate = spec.learningRate() * (spec.steps() - step) / spec.steps();
    Learned learned =
        learner.step(
            traces,
            (rollout, logprobs) -> {
              double[] coefficients = new double[logprobs.length];
              Arrays.fill(coefficients, 1.0 / tokens);
              for (float logprob : logprobs) {
                loss[0] -= logprob / tokens;
              }
              return coefficients;
            },
            rate);
    if (!learned.isFinite()) {
      throw new InvalidInput(
          "Cannot go on training at step %d: a weight is not a number; lower adapter.learning_rate from %s"
              .formatted(step + 1, spec.learningRate()));
    }
    return loss[0];
  }
}
