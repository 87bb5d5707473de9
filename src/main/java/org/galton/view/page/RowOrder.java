package org.galton.view.page;

import java.util.List;
import org.galton.view.page.Keyset.Direction;

/**
 * A way to order the rows of a list.
 *
 * @param word in addresses
 * @param title in forms
 */
public record RowOrder(String word, String title, Keyset keyset) {
  static final List<RowOrder> OF_ROLLOUTS =
      List.of(
          new RowOrder("key", "Key", Keyset.of(RolloutAddress.COLUMNS)),
          ofRollouts("longest", "Longest first", "completion_tokens", Direction.DESCENDING),
          ofRollouts("shortest", "Shortest first", "completion_tokens", Direction.ASCENDING),
          ofRollouts("likeliest", "Most likely first", "logprob_sum", Direction.DESCENDING),
          ofRollouts("unlikeliest", "Least likely first", "logprob_sum", Direction.ASCENDING),
          ofRollouts("surest", "Surest first", "entropy_mean", Direction.ASCENDING),
          ofRollouts("unsurest", "Least sure first", "entropy_mean", Direction.DESCENDING));

  static final List<RowOrder> OF_PROMPTS =
      List.of(
          new RowOrder("key", "Key", Keyset.of(PromptLine.KEYS)),
          ofPrompts("hardest", "Hardest first", "rate", Direction.ASCENDING),
          ofPrompts("easiest", "Easiest first", "rate", Direction.DESCENDING),
          ofPrompts("varied", "Most varied answers first", "answer_entropy", Direction.DESCENDING),
          ofPrompts("uniform", "Least varied answers first", "answer_entropy", Direction.ASCENDING),
          ofPrompts("truncated", "Most truncated first", "truncation", Direction.DESCENDING));

  private static RowOrder ofRollouts(
      String word, String title, String column, Direction direction) {
    return new RowOrder(word, title, new Keyset(RolloutAddress.COLUMNS, column, direction));
  }

  private static RowOrder ofPrompts(String word, String title, String column, Direction direction) {
    return new RowOrder(word, title, new Keyset(PromptLine.KEYS, column, direction));
  }

  /** The one that is asked for, or else by key. */
  static RowOrder of(List<RowOrder> orders, String word) {
    return orders.stream()
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElse(orders.get(0));
  }

  boolean isByKey() {
    return keyset.column().isEmpty();
  }
}
