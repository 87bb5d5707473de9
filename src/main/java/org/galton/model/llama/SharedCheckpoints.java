package org.galton.model.llama;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.galton.model.AdaptedModel;
import org.galton.model.HiddenStates;
import org.galton.model.InspectedModel;
import org.galton.model.LanguageModel;
import org.galton.model.LayerStates;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.adapter.Adapter;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.decoding.LlamaModel;
import org.galton.model.llama.decoding.PromptCache;
import org.galton.model.llama.decoding.SharedBatch;
import org.galton.model.llama.torch.Torch;

/**
 * The checkpoints in this process's memory: loaded once for each device, shared by all that draw
 * from them, dropped with the last of these. A checkpoint beneath adapters is held by them. There
 * are as many decode loops as users on the CPU, and one on a GPU or where the weights are larger
 * than a CPU's caches, with a thread a user; all users feed all of them.
 */
public final class SharedCheckpoints {
  /** Weights beyond this are read from memory in every step, whatever the processor. */
  private static final long CACHED_BYTES = 128L << 20;

  private static final Map<Key, Holding> OPEN = new HashMap<>();

  private SharedCheckpoints() {}

  /** In float32 on the CPU. */
  public static LanguageModel open(String source, int slots) {
    return open(source, Placement.CPU, slots);
  }

  /**
   * A model ready to draw.
   *
   * @param source a directory or {@code builtin:NAME[@STEP]}
   * @param slots most rollouts decoded side by side
   * @throws org.galton.spec.InvalidInput when there is no such checkpoint or device, or the
   *     checkpoint is damaged
   */
  public static LanguageModel open(String source, Placement placement, int slots) {
    return open(source, placement, slots, () -> Checkpoint.open(source));
  }

  /** As the others, with a checkpoint that is opened in another way. */
  public static LanguageModel open(
      String source, Placement placement, int slots, Supplier<Checkpoint> checkpoint) {
    Key key = new Key(source, placement);
    synchronized (OPEN) {
      return hold(key, () -> loaded(checkpoint.get(), placement)).user(key, slots);
    }
  }

  /**
   * A checkpoint with an adapter. The checkpoint is in memory once, however many adapters stand
   * beside it and whether or not it is drawn from itself.
   *
   * @param base opens the checkpoint of {@code named.base()}
   * @param adapter opens the adapter for a checkpoint of this configuration
   */
  public static LanguageModel open(
      AdaptedModel named,
      Placement placement,
      int slots,
      Supplier<Checkpoint> base,
      Function<LlamaConfig, Adapter> adapter) {
    Key key = new Key(named.name(), placement);
    Key baseKey = new Key(named.base(), placement);
    synchronized (OPEN) {
      return hold(
              key,
              () -> {
                Holding beneath = hold(baseKey, () -> loaded(base.get(), placement));
                beneath.users++;
                try {
                  return new Holding(
                      beneath.checkpoint.with(
                          adapter.apply(beneath.checkpoint.config()),
                          named.name(),
                          () -> release(baseKey)),
                      placement);
                } catch (RuntimeException e) {
                  release(baseKey);
                  throw e;
                }
              })
          .user(key, slots);
    }
  }

  private static Holding loaded(Checkpoint checkpoint, Placement placement) {
    Torch.start(1);
    return new Holding(new LoadedCheckpoint(checkpoint, placement), placement);
  }

  /** What is held under a key, if need be loaded. Not by computeIfAbsent: loading may hold more. */
  private static Holding hold(Key key, Supplier<Holding> load) {
    Holding holding = OPEN.get(key);
    if (holding == null) {
      holding = load.get();
      OPEN.put(key, holding);
    }
    return holding;
  }

  private static void release(Key key) {
    synchronized (OPEN) {
      Holding holding = OPEN.get(key);
      holding.users--;
      if (holding.users == 0) {
        OPEN.remove(key);
        holding.close();
      }
    }
  }

  private record Key(String source, Placement placement) {}

  private static final class Holding implements AutoCloseable {
    private final LoadedCheckpoint checkpoint;
    private final Map<Integer, SharedBatch> batches = new HashMap<>();
    private final int mostLoops;
    private final boolean isLarge;
    private int users;

    Holding(LoadedCheckpoint checkpoint, Placement placement) {
      this.checkpoint = checkpoint;
      this.mostLoops = placement.onGpu() ? 1 : Integer.MAX_VALUE;
      this.isLarge = !placement.onGpu() && checkpoint.weightBytes() > CACHED_BYTES;
    }

    User user(Key key, int slots) {
      users++;
      SharedBatch batch = batch(slots);
      batch.join();
      return new User(key, checkpoint.card(), batch);
    }

    SharedBatch batch(int slots) {
      return batches.computeIfAbsent(
          slots,
          count -> {
            LlamaModel model = checkpoint.model(PromptCache.SHARED, count);
            return isLarge ? SharedBatch.ofOneLoop(model) : new SharedBatch(model, mostLoops);
          });
    }

    @Override
    public void close() {
      batches.values().forEach(SharedBatch::close);
      checkpoint.close();
    }
  }

  private record User(Key key, ModelCard card, SharedBatch batch) implements InspectedModel {
    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
      batch.generate(requests, sampling, sink);
    }

    @Override
    public HiddenStates states() {
      return batch.states();
    }

    @Override
    public LayerStates layers() {
      return batch.layers();
    }

    @Override
    public void close() {
      batch.leave();
      release(key);
    }
  }
}
