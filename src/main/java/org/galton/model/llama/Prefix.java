package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A prompt computed once for all its rollouts: keys and values, [keyValueHeads, tokens, headWidth]
 * a block, of every token but the last, which each rollout feeds itself.
 */
record Prefix(NDManager owner, long[] prompt, List<NDArray> keys, List<NDArray> values)
    implements AutoCloseable {

  static Prefix of(NDManager parent, SequenceForward forward, long[] prompt) {
    NDManager owner = parent.newSubManager();
    List<NDArray> keys = new ArrayList<>();
    List<NDArray> values = new ArrayList<>();
    if (prompt.length > 1) {
      try (NDManager scratch = owner.newSubManager()) {
        NDArray ids =
            scratch.create(
                Arrays.copyOf(prompt, prompt.length - 1), new Shape(1, prompt.length - 1));
        forward.hidden(
            ids,
            (key, value) -> {
              keys.add(key);
              values.add(value);
            });
        keys.forEach(key -> key.attach(owner));
        values.forEach(value -> value.attach(owner));
      }
    }
    return new Prefix(owner, prompt, keys, values);
  }

  int tokens() {
    return prompt.length - 1;
  }

  long lastToken() {
    return prompt[prompt.length - 1];
  }

  @Override
  public void close() {
    owner.close();
  }
}
