package org.galton.model.llama;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.galton.model.ModelCard;
import org.galton.model.Processor;
import org.galton.model.llama.adapter.Adapter;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.decoding.LlamaModel;
import org.galton.model.llama.decoding.PromptCache;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.model.llama.weights.LowRankArrays;
import org.galton.spec.InvalidInput;

/**
 * A checkpoint's weights and tokenizer in memory, from which any number of decode loops are made.
 */
public final class LoadedCheckpoint implements AutoCloseable {
  private final NDManager manager;
  private final ModelCard card;
  private final LlamaWeights weights;
  private final Tokenizer tokenizer;
  private final Set<Long> endTokens;
  private final List<Runnable> owned;

  /**
   * Loads a checkpoint; {@link Torch#start} comes first.
   *
   * @throws InvalidInput when a file is damaged, missing or of another architecture
   */
  public LoadedCheckpoint(Checkpoint checkpoint, Placement placement) {
    this.manager = Torch.on(placement.device());
    try {
      this.card = checkpoint.card();
      this.tokenizer = checkpoint.tokenizer();
      placement.check(Processor.ofThisMachine());
      this.weights =
          placed(
              LlamaWeights.read(
                  manager, checkpoint.config(), checkpoint.weights(), placement.compute().beside()),
              placement);
      this.endTokens = checkpoint.endTokens();
      this.owned = List.of(tokenizer::close, manager::close);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private LoadedCheckpoint(
      LlamaConfig config, byte[] tokenizerJson, long seed, Placement placement) {
    this.manager = Torch.on(placement.device());
    this.card =
        new ModelCard(
            "random weights",
            "0".repeat(32),
            config.parameters(),
            config.context(),
            OptionalLong.empty(),
            OptionalDouble.empty());
    this.tokenizer = new Tokenizer(tokenizerJson, "tokenizer.json");
    placement.check(Processor.ofThisMachine());
    this.weights =
        placed(LlamaWeights.random(manager, config, seed, placement.compute().beside()), placement);
    this.endTokens = Set.of();
    this.owned = List.of(tokenizer::close, manager::close);
  }

  private static LlamaWeights placed(LlamaWeights weights, Placement placement) {
    // The layout is one of instructions: without them products take plain matrices only.
    if (placement.onGpu() || !Processor.ofThisMachine().multiplies(placement.compute())) {
      return weights;
    }
    LlamaWeights packed = weights.packed(placement.compute());
    Torch.releaseFreedMemory();
    return packed;
  }

  private LoadedCheckpoint(
      LoadedCheckpoint base, Adapter adapter, String name, Runnable afterwards) {
    this.manager = NDManager.newBaseManager(base.manager.getDevice(), "PyTorch");
    try {
      this.card = adapter.card(name, base.card);
      this.tokenizer = base.tokenizer;
      this.weights =
          base.weights.beside(
              LowRankArrays.read(manager, base.weights, adapter.targets(), adapter.weights()));
      this.endTokens = base.endTokens;
      this.owned = List.of(manager::close, afterwards);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /**
   * A checkpoint with an adapter beside it: all that the checkpoint has is shared, and the factors
   * are added.
   *
   * @param afterwards what is left to do for the base when this is closed, which comes first
   * @throws InvalidInput when a value of the adapter is not finite
   */
  LoadedCheckpoint with(Adapter adapter, String name, Runnable afterwards) {
    return new LoadedCheckpoint(this, adapter, name, afterwards);
  }

  /** A checkpoint with an adapter beside it, which nothing else shares. */
  public static LoadedCheckpoint of(
      Checkpoint base, Adapter adapter, String name, Placement placement) {
    LoadedCheckpoint loaded = new LoadedCheckpoint(base, placement);
    try {
      return loaded.with(adapter, name, loaded::close);
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  /**
   * Untrained weights of a shape, which cost what trained ones do; {@link Torch#start} comes first.
   */
  public static LoadedCheckpoint random(
      LlamaConfig config, byte[] tokenizerJson, long seed, Placement placement) {
    return new LoadedCheckpoint(config, tokenizerJson, seed, placement);
  }

  public ModelCard card() {
    return card;
  }

  public String device() {
    return manager.getDevice().isGpu() ? "gpu:" + manager.getDevice().getDeviceId() : "cpu";
  }

  /** Bytes of the weights that a step reads. */
  long weightBytes() {
    return weights.config().parameters() * weights.type().bytes();
  }

  public LlamaConfig config() {
    return weights.config();
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  LlamaWeights weights() {
    return weights;
  }

  /** Length of a prompt in tokens, special ones included. */
  public int tokens(String prompt) {
    return tokenizer.encode(prompt).length;
  }

  /** A decode loop of its own over the shared weights; close it before this. */
  public LlamaModel model(PromptCache promptCache, int slots) {
    return new LlamaModel(card, weights, tokenizer, endTokens, promptCache, slots);
  }

  /** As {@link #model}, but nothing ends a completion before the token limit does. */
  public LlamaModel endless(PromptCache promptCache, int slots) {
    return new LlamaModel(card, weights, tokenizer, Set.of(), promptCache, slots);
  }

  @Override
  public void close() {
    owned.forEach(Runnable::run);
  }
}
