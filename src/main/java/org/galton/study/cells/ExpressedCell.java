package org.galton.study.cells;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.galton.cell.GeneVector;
import org.galton.cell.SentenceOrder;

/**
 * A cell as a sentence.
 *
 * @param library sum of its counts
 * @param genes that it expresses, from highest to lowest
 * @param values their expression, log10(1 + count scaled to the common library)
 */
@SuppressWarnings("ArrayRecordComponent")
record ExpressedCell(
    String side,
    String cell,
    String type,
    String condition,
    double library,
    String[] genes,
    double[] values)
    implements Serializable {

  static ExpressedCell of(CountedCell counted, double commonLibrary, SentenceOrder order) {
    double library = counted.library();
    int genes = counted.genes().length;
    double[] values = new double[genes];
    for (int i = 0; i < genes; i++) {
      values[i] = Math.log10(1 + counted.counts()[i] * commonLibrary / library);
    }
    int[] places = order.of(counted.cell(), counted.genes(), values);
    String[] words = new String[genes];
    double[] sorted = new double[genes];
    for (int i = 0; i < genes; i++) {
      words[i] = counted.genes()[places[i]];
      sorted[i] = values[places[i]];
    }
    return new ExpressedCell(
        counted.side(),
        counted.cell(),
        counted.type(),
        counted.condition(),
        library,
        words,
        sorted);
  }

  /**
   * Its expression.
   *
   * @param vocabulary knows the place of every gene
   */
  GeneVector vector(Map<String, Integer> vocabulary) {
    int[] places = new int[genes.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = vocabulary.get(genes[i]);
    }
    return new GeneVector(places, values);
  }

  /** The first words; all where there are fewer, or for 0. */
  List<String> sentence(int top) {
    return List.of(genes).subList(0, words(top));
  }

  /** How many words that are. */
  int words(int top) {
    return top == 0 ? genes.length : Math.min(top, genes.length);
  }
}
