package org.galton.train;

import java.util.List;
import java.util.stream.IntStream;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.task.Trainable.WorkedExample;

/**
 * Worked examples as arrays of one shape: token ids padded on the right, the next token at every
 * position, and a mask that is 1 where that next token belongs to the completion or ends it.
 *
 * @param ids [examples · length]
 * @param targets [examples · length]
 * @param mask [examples · length]
 */
record Batch(
    int examples,
    int length,
    long[] ids,
    long[] targets,
    float[] mask,
    int completionTokens,
    int tokens) {

  static Batch of(List<WorkedExample> examples, Tokenizer tokenizer, int context) {
    List<long[]> prompts =
        tokenizer.encodeAll(examples.stream().map(WorkedExample::prompt).toList());
    List<long[]> completions =
        tokenizer.encodeAll(examples.stream().map(WorkedExample::completion).toList());
    int length =
        IntStream.range(0, examples.size())
            .map(i -> prompts.get(i).length + completions.get(i).length)
            .max()
            .orElseThrow();
    if (length > context) {
      throw new IllegalArgumentException(
          "Invalid context " + context + ": a worked example has " + length + " tokens");
    }
    long[] ids = new long[examples.size() * length];
    long[] targets = new long[ids.length];
    float[] mask = new float[ids.length];
    int masked = 0;
    int tokens = 0;
    for (int row = 0; row < examples.size(); row++) {
      long[] prompt = prompts.get(row);
      long[] completion = completions.get(row);
      int start = row * length;
      System.arraycopy(prompt, 0, ids, start, prompt.length);
      System.arraycopy(completion, 0, ids, start + prompt.length, completion.length);
      int last = prompt.length + completion.length - 1;
      for (int at = prompt.length - 1; at <= last; at++) {
        targets[start + at] = at == last ? CharacterTokenizer.END : ids[start + at + 1];
        mask[start + at] = 1;
        masked++;
      }
      tokens += last + 1;
    }
    return new Batch(examples.size(), length, ids, targets, mask, masked, tokens);
  }
}
