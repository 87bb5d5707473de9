package org.galton.study.cells;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.galton.cell.GeneVector;
import org.galton.cell.TypeCentroids;
import scala.Tuple2;

/** Adds up real cells by type, where they are. */
final class Centroids {
  private Centroids() {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Sum(double[] genes, long cells) implements Serializable {
    Sum plus(Sum other) {
      double[] all = genes.clone();
      for (int i = 0; i < all.length; i++) {
        all[i] += other.genes[i];
      }
      return new Sum(all, cells + other.cells);
    }

    Sum plus(GeneVector cell) {
      cell.addTo(genes);
      return new Sum(genes, cells + 1);
    }
  }

  /** Of the expression that sentences give back, as that of generated cells is. */
  static TypeCentroids of(JavaRDD<ExpressedCell> cells, RealSentences real) {
    int genes = real.genes();
    Map<String, Sum> sums =
        cells
            .filter(cell -> !cell.type().isEmpty())
            .mapToPair(cell -> new Tuple2<>(cell.type(), real.vector(cell)))
            .combineByKey(cell -> new Sum(new double[genes], 0).plus(cell), Sum::plus, Sum::plus)
            .collectAsMap();
    Map<String, double[]> expression = new HashMap<>();
    Map<String, Long> counts = new HashMap<>();
    sums.forEach(
        (type, sum) -> {
          expression.put(type, sum.genes());
          counts.put(type, sum.cells());
        });
    return TypeCentroids.of(expression, counts);
  }
}
