package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import java.util.stream.LongStream;

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
      return new Prefix(
          owner, prompt, prompt.length == 1 ? List.of() : script.keysAndValues(owner, prompt));
    } catch (RuntimeException e) {
      owner.close();
      throw e;
    }
  }

  /**
   * Computes what follows the shared tokens in a completion that has begun, all of it but the last
   * token: [2 blocks, keyValueHeads, tokens, headWidth].
   */
  NDArray rowsOf(NDManager scratch, DecoderScript script, List<Integer> begun) {
    long[] ids =
        LongStream.concat(LongStream.of(prompt), begun.stream().mapToLong(Integer::longValue))
            .toArray();
    NDArray all = NDArrays.stack(new NDList(script.keysAndValues(scratch, ids)));
    return all.get(new NDIndex(":, :, {}:", (long) tokens())).duplicate();
  }

  List<NDArray> keys() {
    return keysAndValues.subList(0, keysAndValues.size() / 2);
  }

  List<NDArray> values() {
    return keysAndValues.subList(keysAndValues.size() / 2, keysAndValues.size());
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
