package org.galton.model.llama;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * The checkpoints in this process's memory: loaded once, shared by all decode loops, dropped with
 * the last of them.
 */
public final class SharedCheckpoints {
  private static final Map<String, Holding> OPEN = new HashMap<>();

  private SharedCheckpoints() {}

  /** A decode loop over a checkpoint's weights whose rollouts share their prompts. */
  public static LanguageModel open(String source, int slots) {
    return open(source, PromptCache.SHARED, slots);
  }

  /**
   * A decode loop over a checkpoint's weights.
   *
   * @param source a directory or {@code builtin:NAME[@STEP]}
   * @param promptCache where a prompt's keys and values lie
   * @param slots rollouts decoded side by side
   * @throws org.galton.spec.InvalidInput when there is no such checkpoint or it is damaged
   */
  public static LanguageModel open(String source, PromptCache promptCache, int slots) {
    synchronized (OPEN) {
      Holding holding = OPEN.get(source);
      if (holding == null) {
        Torch.start(1);
        holding = new Holding(new LoadedCheckpoint(Checkpoint.open(source)));
        OPEN.put(source, holding);
      }
      holding.models++;
      return new Shared(source, holding.checkpoint.model(promptCache, slots));
    }
  }

  private static void release(String source) {
    synchronized (OPEN) {
      Holding holding = OPEN.get(source);
      holding.models--;
      if (holding.models == 0) {
        OPEN.remove(source);
        holding.checkpoint.close();
      }
    }
  }

  private static final class Holding {
    private final LoadedCheckpoint checkpoint;
    private int models;

    Holding(LoadedCheckpoint checkpoint) {
      this.checkpoint = checkpoint;
    }
  }

  private record Shared(String source, LlamaModel model) implements LanguageModel {
    @Override
    public ModelCard card() {
      return model.card();
    }

    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
      model.generate(requests, sampling, sink);
    }

    @Override
    public void close() {
      model.close();
      release(source);
    }
  }
}
