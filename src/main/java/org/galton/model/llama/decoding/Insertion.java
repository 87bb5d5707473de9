package org.galton.model.llama.decoding;

import java.util.Arrays;
import java.util.Set;
import org.galton.model.Interruption;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.spec.InvalidInput;

/**
 * Tokens of an {@link Interruption} and where they stand in a completion: they take the places of
 * drawn ones.
 */
final class Insertion {
  static final Insertion NONE = new Insertion(Integer.MAX_VALUE, new long[0]);

  private final int from;
  private final long[] tokens;

  private Insertion(int from, long[] tokens) {
    this.from = from;
    this.tokens = tokens;
  }

  /**
   * @throws InvalidInput when the text has no token, or one that ends a completion
   */
  static Insertion of(Interruption wanted, Tokenizer tokenizer, Set<Long> endTokens) {
    if (wanted.isNone()) {
      return NONE;
    }
    long[] tokens = tokenizer.encodeWithin(wanted.text());
    if (tokens.length == 0 || Arrays.stream(tokens).anyMatch(endTokens::contains)) {
      throw new InvalidInput(
          "Cannot interrupt a completion with '%s': its tokens are %s, expected at least one and none that ends a completion"
              .formatted(wanted.text(), Arrays.toString(tokens)));
    }
    return new Insertion(wanted.after(), tokens);
  }

  /** Whether the token at a place of the completion, from 0, is put in. */
  boolean covers(int place) {
    return place >= from && place - from < tokens.length;
  }

  long token(int place) {
    return tokens[place - from];
  }

  /** The first place of those that are put in among the first {@code count}; count for none. */
  int start(int count) {
    return Math.min(from, count);
  }

  /** The place after the last of them. */
  int end(int count) {
    return start(count) + Math.min(tokens.length, count - start(count));
  }
}
