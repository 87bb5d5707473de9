package org.galton.task.judge.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The harmonic mean of precision and recall of an answer's words. */
final class TokenF1 {
  private TokenF1() {}

  /**
   * 2 m / (|a| + |b|), where m counts the words that both have, each as often as both have it. Two
   * empty lists are equal, 1; an empty and another one have nothing in common, 0.
   */
  static double of(List<String> answer, List<String> reference) {
    if (answer.isEmpty() && reference.isEmpty()) {
      return 1;
    }
    Map<String, Integer> left = new HashMap<>();
    reference.forEach(word -> left.merge(word, 1, Integer::sum));
    int matches = 0;
    for (String word : answer) {
      int more = left.getOrDefault(word, 0);
      if (more > 0) {
        left.put(word, more - 1);
        matches++;
      }
    }
    return 2.0 * matches / (answer.size() + reference.size());
  }

  /** The same for sets, each word once. */
  static double ofSets(Set<String> answer, Set<String> reference) {
    if (answer.isEmpty() && reference.isEmpty()) {
      return 1;
    }
    long matches = answer.stream().filter(reference::contains).count();
    return 2.0 * matches / (answer.size() + reference.size());
  }
}
