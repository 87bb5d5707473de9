package org.galton.task;

import java.util.Comparator;
import java.util.List;
import org.galton.numerics.Fnv1a;

/** The order in which the prompts of a file are asked. */
public final class PromptOrder {
  private PromptOrder() {}

  /**
   * The first of them in an order that depends on the seed and the prompts, not on their place in
   * the file.
   *
   * @param source the file's name in messages
   */
  public static List<Prompt> first(List<Prompt> prompts, int count, long seed, String source) {
    if (count > prompts.size()) {
      throw new IllegalArgumentException(
          "Cannot draw %d prompts of %s: it holds %d; ask for fewer or add lines"
              .formatted(count, source, prompts.size()));
    }
    return prompts.stream()
        .sorted(
            Comparator.comparingLong((Prompt prompt) -> Fnv1a.mixed(seed + " " + prompt.id()))
                .thenComparing(Prompt::id))
        .limit(count)
        .toList();
  }
}
