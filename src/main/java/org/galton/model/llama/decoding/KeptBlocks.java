package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.galton.model.ModelPrompt;

/**
 * Keys and values of completions that may go on where a block of them has ended, and of their
 * prompts: the next block computes none of them anew. A search goes back, so one end may have many
 * successors, and each block is kept once: a completion is the chain of its blocks.
 *
 * <p>What was used longest ago goes first. A use of a block is one of all blocks before it, after
 * its own, so no chain ever lacks its beginning.
 *
 * <p>Safe for many decode loops. Nothing that a loop has taken is freed under it: arrays are handed
 * out as further references to the same memory.
 */
final class KeptBlocks implements AutoCloseable {
  private final NDManager manager;
  private final long budget;
  private final Map<ModelPrompt, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * @param budget bytes of all that is kept
   */
  KeptBlocks(NDManager parent, long budget) {
    this.manager = parent.newSubManager();
    this.budget = budget;
  }

  /**
   * A prompt, or one block.
   *
   * @param prompt ids of a prompt; null of a block
   * @param before the block before it; null of a prompt, and of a completion's first block
   */
  private record Kept(
      ModelPrompt key, NDManager owner, long[] prompt, Kept before, List<NDArray> arrays) {
    long bytes() {
      return arrays.stream().mapToLong(KeptBlocks::bytes).sum();
    }
  }

  private static long bytes(NDArray array) {
    return array.size() * array.getDataType().getNumOfBytes();
  }

  /** A prompt that is kept, with arrays of its own. */
  synchronized Optional<Prefix> prompt(NDManager parent, ModelPrompt prompt) {
    return Optional.ofNullable(kept.get(prompt))
        .map(
            found -> {
              NDManager owner = parent.newSubManager();
              return new Prefix(owner, found.prompt(), references(owner, found.arrays()));
            });
  }

  synchronized void keep(ModelPrompt prompt, Prefix prefix) {
    if (touch(prompt) == null) {
      NDManager owner = manager.newSubManager();
      List<NDArray> arrays = references(owner, prefix.keysAndValues());
      put(new Kept(prompt, owner, prefix.prompt(), null, arrays));
    }
  }

  private static List<NDArray> references(NDManager owner, List<NDArray> arrays) {
    return arrays.stream()
        .map(
            array -> {
              NDArray reference = array.reshape(array.getShape());
              reference.attach(owner);
              return reference;
            })
        .toList();
  }

  /** Gives a slot the tokens of a completion that has begun; false where they are not kept. */
  synchronized boolean restore(ModelPrompt.Begun begun, KeyValueCache cache, int slot, int first) {
    Kept last = touch(begun);
    if (last == null) {
      return false;
    }
    Deque<NDArray> pieces = new ArrayDeque<>();
    for (Kept block = last; block != null; block = block.before()) {
      block.arrays().forEach(pieces::addFirst);
    }
    cache.putRows(slot, first, List.copyOf(pieces));
    return true;
  }

  /**
   * Keeps a block that has ended.
   *
   * @param from what the block began with
   * @param to the same and its tokens
   * @param first row of the slot that holds the first token after the shared ones
   */
  synchronized void keep(
      ModelPrompt.Begun from, ModelPrompt.Begun to, KeyValueCache cache, int slot, int first) {
    Kept before = touch(from);
    int known = before == null ? 0 : from.tokens().size();
    keep(to, before, owner -> cache.rows(owner, slot, first + known, to.tokens().size() - known));
  }

  /** Keeps a completion as one block. */
  synchronized void keep(ModelPrompt.Begun begun, NDArray rows) {
    keep(begun, null, owner -> references(owner, List.of(rows)).get(0));
  }

  private void keep(ModelPrompt.Begun begun, Kept before, Function<NDManager, NDArray> rows) {
    if (touch(begun) == null) {
      NDManager owner = manager.newSubManager();
      put(new Kept(begun, owner, null, before, List.of(rows.apply(owner))));
    }
  }

  private void put(Kept added) {
    kept.put(added.key(), added);
    bytes += added.bytes();
    touch(added.key());
    Iterator<Kept> oldest = kept.values().iterator();
    while (bytes > budget && oldest.hasNext()) {
      Kept one = oldest.next();
      oldest.remove();
      bytes -= one.bytes();
      one.owner().close();
    }
  }

  /** Uses what is kept under a key, and then what is before it. */
  private Kept touch(ModelPrompt key) {
    Kept last = kept.get(key);
    for (Kept block = last; block != null && block.before() != null; block = block.before()) {
      kept.get(block.before().key());
    }
    return last;
  }

  /** Bytes of all that is kept. */
  synchronized long bytes() {
    return bytes;
  }

  synchronized void clear() {
    kept.values().forEach(one -> one.owner().close());
    kept.clear();
    bytes = 0;
  }

  @Override
  public synchronized void close() {
    clear();
    manager.close();
  }
}
