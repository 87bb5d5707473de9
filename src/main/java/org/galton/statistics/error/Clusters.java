package org.galton.statistics.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.numerics.Expect;

/** Values gathered by their prompt family. */
final class Clusters {

  private Clusters() {}

  /** The values of each cluster. The order of the groups and inside them carries no meaning. */
  static List<double[]> group(double[] values, List<String> clusters) {
    Expect.that(
        clusters.size() == values.length,
        "number of clusters",
        clusters.size(),
        "one per prompt value (" + values.length + ")");
    Map<String, List<Double>> byCluster = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      byCluster.computeIfAbsent(clusters.get(i), name -> new ArrayList<>()).add(values[i]);
    }
    return byCluster.values().stream()
        .map(group -> group.stream().mapToDouble(Double::doubleValue).toArray())
        .toList();
  }
}
