package org.galton.train.policy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.galton.model.ComputeType;
import org.galton.model.ModelCard;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.DerivedCheckpoint;
import org.galton.model.llama.decoding.HeadType;
import org.galton.model.llama.decoding.LlamaModel;
import org.galton.model.llama.decoding.PromptCache;
import org.galton.model.llama.decoding.SequenceForward;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.llama.torch.RecordedCast;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.spec.InvalidInput;
import org.galton.train.GradientRecord;
import org.galton.train.StateFile;
import org.galton.train.WeightVector;

/** A checkpoint's decoder in float32, whose weights a {@link Learner} changes. */
public final class Policy implements AutoCloseable {
  private final NDManager manager;
  private final ModelCard start;
  private final DerivedCheckpoint form;
  private final LlamaWeights weights;
  private final Tokenizer tokenizer;
  private final Set<Long> endTokens;
  private final int threads;

  private Policy(NDManager manager, Checkpoint checkpoint, LlamaWeights weights, int threads) {
    this.manager = manager;
    this.start = checkpoint.card();
    this.form = new DerivedCheckpoint(checkpoint);
    this.weights = weights;
    this.tokenizer = checkpoint.tokenizer();
    this.endTokens = checkpoint.endTokens();
    this.threads = threads;
  }

  /**
   * Loads the weights to begin with.
   *
   * @param threads inside one operation of learning; drawing takes one a loop
   * @throws InvalidInput when it is damaged, or of an architecture that is not trained here
   */
  public static Policy open(Checkpoint checkpoint, int threads) {
    return open(checkpoint, threads, "cpu");
  }

  /**
   * Loads the weights to begin with onto a device.
   *
   * @param device {@code cpu} or {@code gpu:N}
   * @throws InvalidInput also when the engine does not see that GPU
   */
  public static Policy open(Checkpoint checkpoint, int threads, String device) {
    SequenceForward.requireSupported(checkpoint.config(), checkpoint.card().name());
    Torch.start(threads);
    NDManager manager = Torch.on(device);
    try {
      LlamaWeights weights =
          LlamaWeights.read(
              manager, checkpoint.config(), checkpoint.weights(), ComputeType.FLOAT32);
      return new Policy(manager, checkpoint, weights, threads);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /** Of the checkpoint that it began with. */
  public ModelCard start() {
    return start;
  }

  /** Hash of the policy as it is now: that of the checkpoint that {@link #write} would make. */
  public String digest() {
    return form.digest(weights);
  }

  /**
   * Draws one completion for every request.
   *
   * @param byPrompt requests of one prompt each
   * @param sink called by one thread at a time, in no particular order
   */
  public void draw(
      Collection<List<Request>> byPrompt,
      Sampling sampling,
      Drawing drawing,
      Consumer<TracedRollout> sink) {
    Torch.useThreads(1);
    try (NDManager scratch = manager.newSubManager()) {
      LlamaWeights decoded = decoded(scratch, drawing.head());
      new DrawingThreads(byPrompt, sampling, sink)
          .run(
              drawing.loops(),
              () ->
                  new LlamaModel(
                      start, decoded, tokenizer, endTokens, PromptCache.SHARED, drawing.slots()));
    } finally {
      Torch.useThreads(threads);
    }
  }

  private LlamaWeights decoded(NDManager scratch, HeadType head) {
    return switch (head) {
      case FLOAT32 -> weights;
      case BFLOAT16 ->
          GradientRecord.without(
              () ->
                  weights.decodingWith(
                      RecordedCast.toBfloat16(weights.script(), scratch, weights.head())));
    };
  }

  /**
   * A completion that the model would end itself after this text: encoded from the text, with
   * neither log-probabilities nor entropies. Its tokens may be others than those that a rollout of
   * the same text drew.
   *
   * @throws InvalidInput when a text cannot be encoded
   */
  public TokenTrace ended(String prompt, String completion) {
    long[] tokens =
        LongStream.concat(
                Arrays.stream(tokenizer.encodeWithin(completion)),
                endTokens.stream().mapToLong(Long::longValue).sorted().limit(1))
            .toArray();
    return new TokenTrace(
        new Request(0, prompt, 0),
        tokenizer.encode(prompt),
        tokens,
        new float[tokens.length],
        new float[tokens.length]);
  }

  /** Keeps the weights as they are now, with a number of the caller's from 0 to 16 million. */
  public void keep(Path file, int number) throws IOException {
    new StateFile(file).save(new float[] {number}, weights.arrays());
  }

  /**
   * Takes the weights that a policy of the same shape has kept, and returns the caller's number.
   */
  public int take(Path file) throws IOException {
    return (int) new StateFile(file).restore(weights.arrays())[0];
  }

  /** The weights as they are now. */
  public WeightVector values() {
    return WeightVector.of(weights.arrays());
  }

  /** Takes the weights of a policy of the same shape. */
  public void take(WeightVector values) {
    values.putInto(weights.arrays());
  }

  /** Writes a checkpoint folder, which appears whole or not at all. */
  public void write(Path folder, byte[] galtonJson) throws IOException {
    form.write(folder, weights, galtonJson);
  }

  NDManager manager() {
    return manager;
  }

  LlamaWeights weights() {
    return weights;
  }

  @Override
  public void close() {
    tokenizer.close();
    weights.close();
    manager.close();
  }
}
