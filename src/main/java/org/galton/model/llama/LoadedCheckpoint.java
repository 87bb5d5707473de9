package org.galton.model.llama;

import ai.djl.ndarray.NDManager;
import java.util.Set;
import org.galton.model.ModelCard;
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
      this.weights =
          LlamaWeights.read(
              manager, checkpoint.config(), checkpoint.weights(), placement.compute());
      this.endTokens = checkpoint.endTokens();
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  public ModelCard card() {
    return card;
  }

  /** A decode loop of its own over the shared weights; close it before this. */
  public LlamaModel model(PromptCache promptCache, int slots) {
    return new LlamaModel(card, weights, tokenizer, endTokens, promptCache, slots);
  }

  @Override
  public void close() {
    tokenizer.close();
    manager.close();
  }
}
