package org.galton.reliability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.commons.text.similarity.SimilarityInput;

/**
 * How alike sequences of actions are, over all pairs of them.
 *
 * <pre>
 *   mix    1 - mean Jensen-Shannon divergence, base 2, of how often each action is taken
 *   order  1 - mean Levenshtein distance over the length of the longer sequence
 * </pre>
 *
 * <p>Both are 1 where all runs do the same. Two empty sequences are alike; an empty one and another
 * have nothing in common. Lin, Divergence measures based on the Shannon entropy, 1991. The
 * trajectory consistency of HAL's reliability metrics (2510.11977).
 *
 * @param runs whose pairs were compared: of more than {@value #MOST} as many, evenly spaced among
 *     them in the order of their actions
 */
public record Trajectories(double mix, double order, int runs) {
  private static final int MOST = 256;

  /**
   * @param runs two sequences or more, in any order
   */
  public static Trajectories of(List<List<String>> runs) {
    if (runs.size() < 2) {
      throw new IllegalArgumentException(
          "Invalid runs: %d; expected two or more".formatted(runs.size()));
    }
    Map<List<String>, Integer> counts = new TreeMap<>(Trajectories::compare);
    some(runs).forEach(run -> counts.merge(run, 1, Integer::sum));
    List<List<String>> kinds = List.copyOf(counts.keySet());
    double divergence = 0;
    double distance = 0;
    for (int i = 0; i < kinds.size(); i++) {
      for (int j = 0; j < i; j++) {
        double pairs = (double) counts.get(kinds.get(i)) * counts.get(kinds.get(j));
        divergence += pairs * divergence(kinds.get(i), kinds.get(j));
        distance += pairs * distance(kinds.get(i), kinds.get(j));
      }
    }
    int compared = Math.min(runs.size(), MOST);
    double all = compared * (compared - 1.0) / 2;
    return new Trajectories(1 - divergence / all, 1 - distance / all, compared);
  }

  private static List<List<String>> some(List<List<String>> runs) {
    if (runs.size() <= MOST) {
      return runs;
    }
    List<List<String>> sorted = new ArrayList<>(runs);
    sorted.sort(Trajectories::compare);
    return IntStream.range(0, MOST)
        .mapToObj(i -> sorted.get((int) ((long) i * sorted.size() / MOST)))
        .toList();
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** Jensen and Shannon's, in bits, of the shares of actions: from 0, the same, to 1. */
  static double divergence(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && other.isEmpty() ? 0 : 1;
    }
    Map<String, Double> p = shares(one);
    Map<String, Double> q = shares(other);
    Set<String> actions = new TreeSet<>(p.keySet());
    actions.addAll(q.keySet());
    double sum = 0;
    for (String action : actions) {
      double a = p.getOrDefault(action, 0.0);
      double b = q.getOrDefault(action, 0.0);
      sum += half(a, a + b) + half(b, a + b);
    }
    return Math.max(0, sum);
  }

  private static double half(double share, double both) {
    return share == 0 ? 0 : share / 2 * Math.log(2 * share / both) / Math.log(2);
  }

  private static Map<String, Double> shares(List<String> actions) {
    Map<String, Double> shares = new HashMap<>();
    actions.forEach(action -> shares.merge(action, 1.0, Double::sum));
    shares.replaceAll((action, count) -> count / actions.size());
    return shares;
  }

  /** Levenshtein's over the longer length: from 0, the same, to 1. */
  static double distance(List<String> one, List<String> other) {
    int longer = Math.max(one.size(), other.size());
    return longer == 0
        ? 0
        : (double)
                LevenshteinDistance.getDefaultInstance().apply(new Actions(one), new Actions(other))
            / longer;
  }

  private record Actions(List<String> list) implements SimilarityInput<String> {
    @Override
    public String at(int index) {
      return list.get(index);
    }

    @Override
    public int length() {
      return list.size();
    }
  }
}
