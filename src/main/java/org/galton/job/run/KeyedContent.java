package org.galton.job.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.table.store.Fingerprint;

/**
 * What is known under each rollout's key: 64 bits of a hash of its content, so that millions fit in
 * memory. Equal content has equal bits; other content has the same ones once in 2^64.
 */
public final class KeyedContent {
  private static final int FIRST_ROOM = 4;

  private final Map<String, long[]> prompts = new HashMap<>();

  /** The content's bits, or 0 where there is none. */
  public long at(String promptId, int index) {
    long[] contents = prompts.get(promptId);
    return contents == null || index >= contents.length ? 0 : contents[index];
  }

  public void put(String promptId, int index, long content) {
    long[] contents = prompts.getOrDefault(promptId, new long[FIRST_ROOM]);
    if (index >= contents.length) {
      contents = Arrays.copyOf(contents, Math.max(index + 1, contents.length * 2));
    }
    contents[index] = content;
    prompts.put(promptId, contents);
  }

  public Set<String> prompts() {
    return prompts.keySet();
  }

  /** One more than the highest number of any prompt's rollout. */
  public int rollouts() {
    return prompts.values().stream().mapToInt(KeyedContent::end).max().orElse(0);
  }

  private static int end(long[] contents) {
    int end = contents.length;
    while (end > 0 && contents[end - 1] == 0) {
      end--;
    }
    return end;
  }

  public static long of(RolloutRow row) {
    return bits(row.status(), row.completion(), row.completionTokens(), row.error());
  }

  public static long of(ScoreRow row) {
    return bits(row.status(), row.answer(), row.correct(), row.reward());
  }

  private static long bits(Object... parts) {
    long bits =
        Fingerprint.of(List.of(Arrays.stream(parts).map(String::valueOf).toArray(String[]::new)))
            .bits();
    return bits == 0 ? 1 : bits;
  }
}
