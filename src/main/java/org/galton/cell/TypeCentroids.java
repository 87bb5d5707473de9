package org.galton.cell;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Mean expression of each type of cells.
 *
 * @param means by type, over all genes
 */
@SuppressWarnings("ArrayRecordComponent")
public record TypeCentroids(SortedMap<String, double[]> means) implements Serializable {

  /**
   * @param sums of expression by type
   * @param cells of each type
   */
  public static TypeCentroids of(Map<String, double[]> sums, Map<String, Long> cells) {
    SortedMap<String, double[]> means = new TreeMap<>();
    sums.forEach(
        (type, sum) -> {
          double[] mean = sum.clone();
          for (int gene = 0; gene < mean.length; gene++) {
            mean[gene] /= cells.get(type);
          }
          means.put(type, mean);
        });
    return new TypeCentroids(means);
  }

  /** The type whose mean is nearest by Euclidean distance, the first by name of equals. */
  public Optional<String> nearest(GeneVector cell) {
    String nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (Map.Entry<String, double[]> type : means.entrySet()) {
      // |x - m|^2 without |x|^2, which is the same for all.
      double distance = -2 * cell.dot(type.getValue());
      for (double mean : type.getValue()) {
        distance += mean * mean;
      }
      if (distance < least) {
        least = distance;
        nearest = type.getKey();
      }
    }
    return Optional.ofNullable(nearest);
  }
}
