package org.galton.statistics.error;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.numerics.Expect;

/**
 * The families of prompts in some order, numbered, so that many means of the same prompts name them
 * once.
 */
public final class Families {
  private final int[] ids;
  private final int names;

  private Families(int[] ids, int names) {
    this.ids = ids;
    this.names = names;
  }

  /**
   * @param names of the prompts' families, in their order
   */
  public static Families of(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] ids = new int[names.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = numbers.computeIfAbsent(names.get(i), name -> numbers.size());
    }
    return new Families(ids, numbers.size());
  }

  /**
   * Of some of the prompts.
   *
   * @param places of those prompts
   */
  public Families at(int[] places) {
    return places.length == ids.length
        ? this
        : new Families(Arrays.stream(places).map(place -> ids[place]).toArray(), names);
  }

  /** Prompts. */
  int size() {
    return ids.length;
  }

  /** Different families. */
  public int count() {
    boolean[] seen = new boolean[names];
    int count = 0;
    for (int id : ids) {
      count += seen[id] ? 0 : 1;
      seen[id] = true;
    }
    return count;
  }

  /** The values of each family. The order of the groups and inside them carries no meaning. */
  List<double[]> group(double[] values) {
    Expect.that(
        ids.length == values.length,
        "number of clusters",
        ids.length,
        "one per prompt value (" + values.length + ")");
    int[] sizes = new int[names];
    for (int id : ids) {
      sizes[id]++;
    }
    double[][] groups = new double[names][];
    for (int i = 0; i < values.length; i++) {
      int id = ids[i];
      if (groups[id] == null) {
        groups[id] = new double[sizes[id]];
      }
      groups[id][--sizes[id]] = values[i];
    }
    return Arrays.stream(groups).filter(group -> group != null).toList();
  }
}
