package org.galton.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The word that a misspelt one was meant to be. */
final class Nearest {
  private static final int LONGEST = 100;

  private Nearest() {}

  /**
   * The known word with the fewest edits, if no more than about a third of its letters must change.
   * A text that no key is as long as has none.
   */
  static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int most = Math.max(1, (word.length() + 2) / 3);
    LevenshteinDistance distance = new LevenshteinDistance(most);
    return known.stream()
        .filter(candidate -> distance.apply(word, candidate) >= 0)
        .min(Comparator.comparing(candidate -> distance.apply(word, candidate)));
  }

  /** {@code " (did you mean 'rollouts'?)"}, or nothing. */
  static String hint(String word, Collection<String> known) {
    return to(word, known).map(nearest -> " (did you mean '" + nearest + "'?)").orElse("");
  }
}
