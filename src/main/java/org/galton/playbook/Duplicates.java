package org.galton.playbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Joins bullets whose texts are alike: the cosine of their counts of three characters in a row, in
 * lower case, is at least a threshold. This sees spelling, not meaning; the released implementation
 * of ACE compares embeddings of a model instead.
 *
 * <pre>  cos(a, b) = sum_g a_g b_g / sqrt(sum_g a_g^2  sum_g b_g^2),   in [0, 1]</pre>
 *
 * <p>The oldest bullet seeds a group, which takes every later one that is alike to the seed; the
 * oldest that is left seeds the next. A group becomes its seed, with all counts added. Cost:
 * quadratic in the number of bullets at worst.
 *
 * @param threshold in (0, 1]
 */
public record Duplicates(double threshold) {
  private static final int GRAM = 3;

  public Duplicates {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "Invalid threshold %s: expected above 0 and at most 1".formatted(threshold));
    }
  }

  Playbook join(Playbook playbook) {
    List<Bullet> oldest =
        playbook.bullets().stream().sorted(Comparator.comparingInt(Bullet::number)).toList();
    List<Map<String, Integer>> grams = oldest.stream().map(one -> grams(one.text())).toList();
    Map<Integer, Bullet> seeds = new HashMap<>();
    Set<String> joined = new HashSet<>();
    for (int i = 0; i < oldest.size(); i++) {
      if (joined.contains(oldest.get(i).id())) {
        continue;
      }
      Bullet seed = oldest.get(i);
      for (int j = i + 1; j < oldest.size(); j++) {
        Bullet other = oldest.get(j);
        if (!joined.contains(other.id()) && cosine(grams.get(i), grams.get(j)) >= threshold) {
          joined.add(other.id());
          seed = seed.joined(other);
        }
      }
      seeds.put(seed.number(), seed);
    }
    return joined.isEmpty()
        ? playbook
        : playbook.without(joined).map(bullet -> seeds.get(bullet.number()));
  }

  /** Of two texts; 1 for equal ones. */
  public static double cosine(String one, String other) {
    return cosine(grams(one), grams(other));
  }

  private static double cosine(Map<String, Integer> one, Map<String, Integer> other) {
    Map<String, Integer> fewer = one.size() < other.size() ? one : other;
    Map<String, Integer> more = one.size() < other.size() ? other : one;
    if (fewer.equals(more)) {
      return 1;
    }
    long product = 0;
    for (Map.Entry<String, Integer> gram : fewer.entrySet()) {
      product += (long) gram.getValue() * more.getOrDefault(gram.getKey(), 0);
    }
    return product == 0 ? 0 : product / Math.sqrt((double) square(one) * square(other));
  }

  private static long square(Map<String, Integer> grams) {
    return grams.values().stream().mapToLong(count -> (long) count * count).sum();
  }

  /** A text shorter than three characters is its own. */
  private static Map<String, Integer> grams(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    for (int at = 0; at + GRAM <= lower.length(); at++) {
      found.add(lower.substring(at, at + GRAM));
    }
    Map<String, Integer> counts = new HashMap<>();
    (found.isEmpty() ? List.of(lower) : found).forEach(gram -> counts.merge(gram, 1, Integer::sum));
    return counts;
  }
}
