package org.galton.study.cells;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A cell and the genes that it expresses, in the order of their names.
 *
 * @param side empty where all cells are of one side
 * @param type empty where none is known
 * @param condition a JSON object
 * @param counts above 0
 */
@SuppressWarnings("ArrayRecordComponent")
record CountedCell(
    String side, String cell, String type, String condition, String[] genes, double[] counts)
    implements Serializable {

  /** With these genes alone. */
  CountedCell of(Set<String> kept) {
    int[] places = IntStream.range(0, genes.length).filter(i -> kept.contains(genes[i])).toArray();
    return places.length == genes.length
        ? this
        : new CountedCell(
            side,
            cell,
            type,
            condition,
            Arrays.stream(places).mapToObj(i -> genes[i]).toArray(String[]::new),
            Arrays.stream(places).mapToDouble(i -> counts[i]).toArray());
  }

  /** Sum of its counts. */
  double library() {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }
}
