package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.index.dim.NDIndexTake;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys and values of every slot and block, allocated once and written in place: [slots ·
 * keyValueHeads, capacity, headWidth] a block, the token at position p in row p. Attention reads a
 * window of the first rows.
 */
final class KeyValueCache implements AutoCloseable {
  /** Windows are multiples of this, so that few are in use and their views can be kept. */
  private static final int WINDOW_STEP = 16;

  private final NDManager manager;
  private final int slots;
  private final int heads;
  private final int headWidth;
  private final int capacity;
  private final List<NDArray> keys = new ArrayList<>();
  private final List<NDArray> values = new ArrayList<>();
  private final Map<Integer, List<Window>> windows = new HashMap<>();

  /**
   * The first rows of one block's cache.
   *
   * @param keys transposed: [slots · keyValueHeads, headWidth, window]
   * @param values [slots · keyValueHeads, window, headWidth]
   */
  record Window(NDArray keys, NDArray values) {}

  KeyValueCache(NDManager parent, LlamaConfig config, int slots, int capacity) {
    this(
        parent,
        config.layers(),
        slots,
        config.keyValueHeads(),
        config.headWidth(),
        roundUp(capacity));
  }

  private KeyValueCache(
      NDManager parent, int layers, int slots, int heads, int headWidth, int capacity) {
    this.manager = parent.newSubManager();
    this.slots = slots;
    this.heads = heads;
    this.headWidth = headWidth;
    this.capacity = capacity;
    Shape shape = new Shape((long) slots * heads, capacity, headWidth);
    for (int layer = 0; layer < layers; layer++) {
      keys.add(manager.zeros(shape));
      values.add(manager.zeros(shape));
    }
  }

  static int roundUp(int tokens) {
    return (tokens + WINDOW_STEP - 1) / WINDOW_STEP * WINDOW_STEP;
  }

  int capacity() {
    return capacity;
  }

  /** A copy with more rows, at least doubled. */
  KeyValueCache grownTo(int tokens) {
    KeyValueCache larger =
        new KeyValueCache(
            manager.getParentManager(),
            keys.size(),
            slots,
            heads,
            headWidth,
            Math.max(roundUp(tokens), 2 * capacity));
    NDIndex old = new NDIndex().addAllDim().addSliceDim(0, capacity).addAllDim();
    for (int layer = 0; layer < keys.size(); layer++) {
      larger.keys.get(layer).set(old, keys.get(layer));
      larger.values.get(layer).set(old, values.get(layer));
    }
    return larger;
  }

  /** Views of the first {@code window} rows, one a block. */
  List<Window> window(int window) {
    return windows.computeIfAbsent(window, this::views);
  }

  private List<Window> views(int window) {
    NDIndex rows = new NDIndex().addAllDim().addSliceDim(0, window);
    List<Window> views = new ArrayList<>();
    for (int layer = 0; layer < keys.size(); layer++) {
      views.add(
          new Window(keys.get(layer).get(rows).transpose(0, 2, 1), values.get(layer).get(rows)));
    }
    return views;
  }

  /** An index of the rows that the slots write at these positions. */
  NDIndex rows(NDManager scratch, long[] positions) {
    long[] rows = new long[slots * heads];
    for (int slot = 0; slot < slots; slot++) {
      for (int head = 0; head < heads; head++) {
        int at = slot * heads + head;
        rows[at] = (long) at * capacity + positions[slot];
      }
    }
    return take(scratch, rows);
  }

  /**
   * Writes one row a slot and head: {@code key} and {@code value} are [slots · keyValueHeads,
   * headWidth].
   */
  void write(int layer, NDIndex rows, NDArray key, NDArray value) {
    Shape flat = new Shape((long) slots * heads * capacity, headWidth);
    try (NDArray keyRows = keys.get(layer).reshape(flat);
        NDArray valueRows = values.get(layer).reshape(flat)) {
      keyRows.set(rows, key);
      valueRows.set(rows, value);
    }
  }

  /** Gives these slots a prompt's keys and values as their first rows. */
  void admit(List<Integer> admitted, Prefix prefix) {
    if (prefix.tokens() == 0) {
      return;
    }
    long[] chosen = admitted.stream().mapToLong(Integer::longValue).toArray();
    Shape bySlot = new Shape(slots, heads, capacity, headWidth);
    try (NDManager scratch = manager.newSubManager()) {
      NDIndex index = take(scratch, chosen).addAllDim().addSliceDim(0, prefix.tokens()).addAllDim();
      for (int layer = 0; layer < keys.size(); layer++) {
        try (NDArray slotKeys = keys.get(layer).reshape(bySlot);
            NDArray slotValues = values.get(layer).reshape(bySlot)) {
          slotKeys.set(index, prefix.keys().get(layer));
          slotValues.set(index, prefix.values().get(layer));
        }
      }
    }
  }

  private static NDIndex take(NDManager scratch, long[] rows) {
    NDIndex index = new NDIndex();
    index.getIndices().add(new NDIndexTake(scratch.create(rows)));
    return index;
  }

  @Override
  public void close() {
    manager.close();
  }
}
