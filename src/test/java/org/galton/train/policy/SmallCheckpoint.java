package org.galton.train.policy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.galton.model.llama.CheckpointWriter;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.model.llama.weights.Tensor;
import org.galton.train.TrainingVocabulary;

/** Writes checkpoints of a few thousand random weights, large enough for uneven distributions. */
public final class SmallCheckpoint {
  /** Two layers over the trainer's characters. */
  public static final LlamaConfig TWO_LAYERS =
      new LlamaConfig(TrainingVocabulary.SIZE, 16, 2, 2, 1, 8, 24, 64, 1e-5, 10_000, true);

  private static final long END = 0;

  private SmallCheckpoint() {}

  /** Over the trainer's characters; returns the folder. */
  public static Path write(Path folder, LlamaConfig config, long seed) throws IOException {
    return write(
        folder,
        config,
        seed,
        new String(TrainingVocabulary.tokenizerJson(), StandardCharsets.UTF_8));
  }

  static Path write(Path folder, LlamaConfig config, long seed, String tokenizer)
      throws IOException {
    Torch.start(1);
    Random random = new Random(seed);
    try (NDManager manager = Torch.cpu();
        LlamaWeights plain = LlamaWeights.random(manager, config, seed)) {
      List<Tensor> uneven = plain.tensors().stream().map(tensor -> uneven(tensor, random)).toList();
      try (LlamaWeights weights = LlamaWeights.of(manager, config, uneven, "small")) {
        new CheckpointWriter(config, tokenizer, END)
            .write(folder, weights, "{}".getBytes(StandardCharsets.UTF_8));
      }
    }
    return folder;
  }

  /** The head stays at zero where it is a tensor of its own: all tokens are equally likely. */
  private static Tensor uneven(Tensor tensor, Random random) {
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += tensor.shape().length == 1 ? 0 : (float) (0.2 * random.nextGaussian());
      values[i] *= tensor.name().equals("lm_head.weight") ? 0 : 1;
    }
    return new Tensor(tensor.name(), tensor.shape(), values);
  }
}
