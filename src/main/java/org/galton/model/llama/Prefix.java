package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;

/**
 * A prompt computed once for all its rollouts: keys and values of every token but the last, which
 * each rollout feeds itself.
 *
 * @param keysAndValues keys of every block, then values of every block, [keyValueHeads, tokens,
 *     headWidth] each; empty for a prompt of one token
 */
record Prefix(NDManager owner, long[] prompt, List<NDArray> keysAndValues)
    implements AutoCloseable {

  static Prefix of(NDManager parent, DecoderScript script, long[] prompt) {
    NDManager owner = parent.newSubManager();
    try {
      long[] shared = Arrays.copyOf(prompt, prompt.length - 1);
      return new Prefix(
          owner, prompt, shared.length == 0 ? List.of() : script.keysAndValues(owner, shared));
    } catch (RuntimeException e) {
      owner.close();
      throw e;
    }
  }

  /** Tokens that its rollouts share. */
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
