package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.function.BiFunction;
import org.galton.model.llama.torch.TorchScript;

/**
 * Keys and values of the slots' own tokens, allocated once and written in place: [slots,
 * keyValueHeads, capacity, headWidth] a block.
 */
final class KeyValueCache implements AutoCloseable {
  /** Reads span multiples of this, so that few shapes are in use. */
  private static final int STEP = 16;

  private final TorchScript script;
  private final int capacity;
  private final IValue keys;
  private final IValue values;

  /**
   * @param allocate zeroed keys or values for a number of slots and of tokens in each
   */
  KeyValueCache(
      TorchScript script, BiFunction<Integer, Integer, IValue> allocate, int slots, int tokens) {
    this.script = script;
    this.capacity = roundUp(tokens);
    this.keys = allocate.apply(slots, capacity);
    try {
      this.values = allocate.apply(slots, capacity);
    } catch (RuntimeException e) {
      keys.close();
      throw e;
    }
  }

  static int roundUp(int tokens) {
    return (tokens + STEP - 1) / STEP * STEP;
  }

  /** Tokens a slot. */
  int capacity() {
    return capacity;
  }

  IValue keys() {
    return keys;
  }

  IValue values() {
    return values;
  }

  /** Copies what a smaller cache of as many slots holds. */
  void takeOver(KeyValueCache smaller) {
    script.call("take_over", keys, smaller.keys).close();
    script.call("take_over", values, smaller.values).close();
  }

  /** Keys, then values, of some tokens of a slot: [2 blocks, keyValueHeads, count, headWidth]. */
  NDArray rows(NDManager owner, int slot, int first, int count) {
    try (IValue at = IValue.from((long) slot);
        IValue from = IValue.from((long) first);
        IValue size = IValue.from((long) count)) {
      return script.run(owner, "rows", keys, values, at, from, size).singletonOrThrow();
    }
  }

  /** Gives a slot such rows, one piece after another. */
  void putRows(int slot, int first, List<NDArray> pieces) {
    try (IValue at = IValue.from((long) slot);
        IValue from = IValue.from((long) first);
        IValue rows = TorchScript.tensors(pieces)) {
      script.call("put_rows", keys, values, at, from, rows).close();
    }
  }

  /** Makes a slot as new: what is not a number would spread from tokens that nobody sees. */
  void clear(int slot) {
    try (IValue at = IValue.from((long) slot)) {
      script.call("clear", keys, at).close();
      script.call("clear", values, at).close();
    }
  }

  @Override
  public void close() {
    keys.close();
    values.close();
  }
}
