package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.galton.model.ComputeType;
import org.galton.model.ModelCard;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.model.llama.weights.MemoryWeights;
import org.galton.model.llama.weights.Tensor;
import org.galton.train.TrainingVocabulary;

/** A small decoder with random weights large enough to make its distribution uneven. */
public final class RandomModel implements AutoCloseable {
  public static final LlamaConfig GROUPED =
      new LlamaConfig(TrainingVocabulary.SIZE, 32, 3, 4, 2, 8, 48, 96, 1e-5, 10_000, true);
  public static final LlamaConfig UNTIED =
      new LlamaConfig(TrainingVocabulary.SIZE, 24, 2, 3, 3, 10, 40, 96, 1e-6, 500_000, false);

  public final LlamaConfig config;
  public final NDManager manager;
  public final List<Tensor> tensors;
  public final LlamaWeights weights;
  final Tokenizer tokenizer;

  public RandomModel(LlamaConfig config, long seed) {
    Torch.start(1);
    this.config = config;
    this.manager = Torch.on(System.getProperty("galton.device", "cpu"));
    Random random = new Random(seed);
    try (LlamaWeights plain = LlamaWeights.random(manager, config, seed)) {
      this.tensors =
          plain.tensors().stream()
              .map(
                  tensor -> {
                    float[] values = tensor.values().clone();
                    for (int i = 0; i < values.length; i++) {
                      values[i] += (float) (0.2 * random.nextGaussian());
                    }
                    return new Tensor(tensor.name(), tensor.shape(), values);
                  })
              .toList();
    }
    this.weights = LlamaWeights.of(manager, config, tensors, "random");
    this.tokenizer = new Tokenizer(TrainingVocabulary.tokenizerJson(), "tokenizer.json");
  }

  LlamaModel model(int slots) {
    return model(weights, CacheBudget.of(manager.getDevice()), slots);
  }

  public LlamaWeights weights(ComputeType type) {
    return LlamaWeights.read(manager, config, new MemoryWeights("random", tensors), type);
  }

  /** Every rollout with a copy of its prompt. */
  LlamaModel copying(int slots) {
    return new LlamaModel(
        model(slots).card(), weights, tokenizer, Set.of(0L), PromptCache.COPIED, slots);
  }

  LlamaModel model(LlamaWeights chosen, CacheBudget budget, int slots) {
    return new LlamaModel(card(), chosen, tokenizer, Set.of(0L), PromptCache.SHARED, budget, slots);
  }

  /** Every prompt computed from its beginning. */
  LlamaModel forgetting(LlamaWeights chosen, int slots) {
    return new LlamaModel(card(), chosen, tokenizer, Set.of(0L), PromptCache.FORGOTTEN, slots);
  }

  ModelCard card() {
    return new ModelCard(
        "random",
        "0",
        config.parameters(),
        config.context(),
        OptionalLong.empty(),
        OptionalDouble.empty());
  }

  @Override
  public void close() {
    tokenizer.close();
    manager.close();
  }
}
