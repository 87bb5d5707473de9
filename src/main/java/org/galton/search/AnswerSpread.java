package org.galton.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.statistics.mass.SemanticEntropy;

/**
 * How far the answers of N completions lie apart: the entropy of their classes over the largest
 * that N completions can have,
 *
 * <pre>  -sum (c/N) ln(c/N) / ln N,   c = completions of a class</pre>
 *
 * 0 where all give the same answer, 1 where no two do. Equal answers are a class. A completion
 * without an answer is a class of its own, since it agrees with no other: a model that never
 * answers does not count as one that is sure. With few completions it is biased low, as entropies
 * of counts are.
 */
public final class AnswerSpread {
  private AnswerSpread() {}

  /**
   * @param answers of 2 completions or more, in canonical form; empty for a missing one
   * @return in [0, 1]
   */
  public static double of(List<Optional<String>> answers) {
    Map<String, Integer> classes = new HashMap<>();
    List<Integer> counts = new ArrayList<>();
    for (Optional<String> answer : answers) {
      if (answer.isPresent()) {
        classes.merge(answer.get(), 1, Integer::sum);
      } else {
        counts.add(1);
      }
    }
    counts.addAll(classes.values());
    double entropy = SemanticEntropy.withDefaults().ofCounts(counts).orElseThrow();
    return Math.min(1, entropy / Math.log(answers.size()));
  }
}
