package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.galton.model.llama.torch.TorchScript;

/**
 * Which slots attend to which prompt. Stays valid until a slot changes its rollout.
 *
 * @param keysAndValues of one prompt after another
 * @param members slots of each prompt; an empty list means all of them
 */
record SharedPrompts(NDManager owner, IValue keysAndValues, IValue members)
    implements AutoCloseable {
  /** Groups are filled up to multiples of this: the same row then meets the same arithmetic. */
  private static final int STEP = 32;

  /**
   * @param slots of a batch, null where there is no rollout
   * @param rows of the step: the first slots, all that are in use among them
   */
  static SharedPrompts of(NDManager parent, Slot[] slots, int rows) {
    IdentityHashMap<Prefix, List<Integer>> groups = new IdentityHashMap<>();
    List<Prefix> prefixes = new ArrayList<>();
    boolean all = rows == slots.length;
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] != null && slots[i].sharesPrompt()) {
        List<Integer> group = groups.get(slots[i].prefix());
        if (group == null) {
          group = new ArrayList<>();
          groups.put(slots[i].prefix(), group);
          prefixes.add(slots[i].prefix());
        }
        group.add(i);
      } else if (slots[i] != null) {
        all = false;
      }
    }
    boolean one = all && groups.size() == 1;
    NDManager owner = parent.newSubManager();
    List<NDArray> arrays = new ArrayList<>();
    List<NDArray> members = new ArrayList<>();
    for (Prefix prefix : prefixes) {
      arrays.addAll(prefix.keysAndValues());
      long[] chosen = one ? new long[0] : filledUp(groups.get(prefix), slots.length);
      members.add(owner.create(chosen, new Shape(chosen.length)));
    }
    return new SharedPrompts(owner, TorchScript.tensors(arrays), TorchScript.tensors(members));
  }

  /** Repeats the first member: it gets its own result again. */
  private static long[] filledUp(List<Integer> group, int slots) {
    int size = Math.min((group.size() + STEP - 1) / STEP * STEP, slots);
    long[] members = new long[size];
    for (int i = 0; i < size; i++) {
      members[i] = group.get(i < group.size() ? i : 0);
    }
    return members;
  }

  @Override
  public void close() {
    keysAndValues.close();
    members.close();
    owner.close();
  }
}
