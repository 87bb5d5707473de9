package org.galton.model.llama;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.AdaptedModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.adapter.Adapter;
import org.galton.model.llama.decoding.DrawWatcher;
import org.galton.model.llama.decoding.DrawnToken;
import org.galton.model.llama.decoding.PromptCache;
import org.galton.model.llama.decoding.SequenceReader;
import org.galton.model.llama.decoding.SharedBatch;
import org.galton.model.llama.torch.Torch;
import org.galton.spec.InvalidInput;

/**
 * A checkpoint in memory that any number of threads draw from at once, token by token, with its
 * tokenizer. All of them share the decode loops.
 */
public final class ServedCheckpoint implements AutoCloseable {
  private final LoadedCheckpoint checkpoint;
  private final SharedBatch batch;
  private final BlockingQueue<SequenceReader> readers;

  private ServedCheckpoint(LoadedCheckpoint checkpoint, int loops, int slots) {
    this.checkpoint = checkpoint;
    this.batch = new SharedBatch(checkpoint.model(PromptCache.SHARED, slots), loops);
    for (int i = 0; i < loops; i++) {
      batch.join();
    }
    this.readers = new ArrayBlockingQueue<>(loops);
    for (int i = 0; i < loops; i++) {
      readers.add(batch.reader());
    }
  }

  /**
   * Loads a checkpoint, with an adapter beside it where the source names one.
   *
   * @param loops decode loops side by side, one thread each
   * @param slots rollouts that each of them draws side by side
   * @throws InvalidInput when there is no such checkpoint or device, or a file is damaged
   */
  public static ServedCheckpoint open(
      String source, Configuration hadoop, Placement placement, int loops, int slots) {
    Optional<AdaptedModel> adapted = AdaptedModel.of(source);
    Checkpoint base = Checkpoint.open(adapted.map(AdaptedModel::base).orElse(source), hadoop);
    Optional<Adapter> adapter =
        adapted.map(model -> AdapterFolder.open(model.adapter(), base.config(), hadoop));
    Torch.start(1);
    LoadedCheckpoint loaded =
        adapter
            .map(one -> LoadedCheckpoint.of(base, one, source, placement))
            .orElseGet(() -> new LoadedCheckpoint(base, placement));
    return new ServedCheckpoint(loaded, loops, slots);
  }

  public ModelCard card() {
    return checkpoint.card();
  }

  /** Number of different tokens. */
  public int vocabulary() {
    return checkpoint.config().vocabulary();
  }

  /**
   * The ids of a prompt, as they are drawn from.
   *
   * @throws InvalidInput when the tokenizer or the chat template cannot take it
   */
  public List<Integer> tokens(ModelPrompt prompt) {
    return Arrays.stream(checkpoint.tokenizer().encode(prompt)).mapToObj(Math::toIntExact).toList();
  }

  /** The text of the ids without special tokens, as a completion has it. */
  public String text(List<Integer> ids) {
    return checkpoint.tokenizer().decode(longs(ids));
  }

  /** The text of the ids with that of special tokens. */
  public String spelling(List<Integer> ids) {
    return checkpoint.tokenizer().spelling(longs(ids));
  }

  private static long[] longs(List<Integer> ids) {
    return ids.stream().mapToLong(Integer::longValue).toArray();
  }

  /**
   * Draws a completion for each request and tells this thread of each token and each outcome,
   * whatever other threads draw. What the watcher throws gives up all that is left.
   */
  public void draw(Iterator<Request> requests, Sampling sampling, DrawWatcher watcher) {
    batch.generate(requests, sampling, watcher);
  }

  /**
   * Tells how probable each token of a sequence is after those before it, from the second on, as
   * {@link SequenceReader#read}. As many threads read at once as there are loops; others wait.
   *
   * @param waiting comes twice a second meanwhile; what it throws gives up
   */
  public List<DrawnToken> read(List<Integer> ids, int alternatives, Runnable waiting) {
    SequenceReader reader = reader(waiting);
    try {
      return reader.read(ids, alternatives);
    } finally {
      readers.add(reader);
    }
  }

  private SequenceReader reader(Runnable waiting) {
    try {
      SequenceReader reader = null;
      while (reader == null) {
        waiting.run();
        reader = readers.poll(500, TimeUnit.MILLISECONDS);
      }
      return reader;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot read on: this server ends", e);
    }
  }

  /** Waits for what is being drawn. */
  @Override
  public void close() {
    readers.forEach(SequenceReader::close);
    batch.close();
    checkpoint.close();
  }
}
