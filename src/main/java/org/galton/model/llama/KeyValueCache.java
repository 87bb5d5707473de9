package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys and values of the slots' own tokens, allocated once and written in place: [slots,
 * keyValueHeads, capacity, headWidth] a block.
 */
final class KeyValueCache implements AutoCloseable {
  /** Reads span multiples of this, so that few shapes are in use. */
  private static final int STEP = 16;

  private final NDManager manager;
  private final int capacity;
  private final List<NDArray> arrays = new ArrayList<>();
  private final IValue keys;
  private final IValue values;

  KeyValueCache(NDManager parent, LlamaConfig config, DataType type, int slots, int tokens) {
    this.manager = parent.newSubManager();
    this.capacity = roundUp(tokens);
    Shape shape = new Shape(slots, config.keyValueHeads(), capacity, config.headWidth());
    try {
      for (int i = 0; i < 2 * config.layers(); i++) {
        arrays.add(manager.zeros(shape, type));
      }
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
    this.keys = TorchScript.tensors(arrays.subList(0, config.layers()));
    this.values = TorchScript.tensors(arrays.subList(config.layers(), arrays.size()));
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
    NDIndex old = new NDIndex().addAllDim().addAllDim().addSliceDim(0, smaller.capacity);
    for (int i = 0; i < arrays.size(); i++) {
      arrays.get(i).set(old, smaller.arrays.get(i));
    }
  }

  /** Gives a slot a copy of a prompt's keys and values as its first tokens. */
  void copy(Prefix prefix, int slot) {
    NDIndex first = new NDIndex().addIndices(slot).addAllDim().addSliceDim(0, prefix.tokens());
    for (int i = 0; i < prefix.keysAndValues().size(); i++) {
      arrays.get(i).set(first, prefix.keysAndValues().get(i));
    }
  }

  /** Makes a slot as new: what is not a number would spread from tokens that nobody sees. */
  void clear(int slot) {
    NDIndex whole = new NDIndex().addIndices(slot);
    arrays.forEach(array -> array.set(whole, 0));
  }

  @Override
  public void close() {
    keys.close();
    values.close();
    manager.close();
  }
}
