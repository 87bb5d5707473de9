package org.galton.cell;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;

/**
 * A sentence that was generated beside the cell that it should be like.
 *
 * @param overlap genes of both sentences, as a part of those of the longer one; empty where there
 *     are none
 * @param tau Kendall's tau-b of the sentence's order and the cell's expression over some genes,
 *     those that are in no sentence tied last: (agreeing - disagreeing pairs) / sqrt(pairs not tied
 *     in one x pairs not tied in the other); empty where one side is tied throughout
 * @param error root mean squared error of the sentence's expression over all genes, in log10(1 +
 *     count)
 */
public record SentenceComparison(OptionalDouble overlap, OptionalDouble tau, double error) {

  /**
   * @param sentence expression that the generated sentence gives back, from first to last word
   * @param reference that the cell's own sentence gives back
   * @param truth the cell's expression
   * @param genes in the vocabulary
   * @param programme places of the genes that tau is over
   */
  public static SentenceComparison of(
      GeneVector sentence,
      GeneVector reference,
      GeneVector truth,
      int genes,
      List<Integer> programme) {
    double[] order = new double[genes];
    for (int rank = 0; rank < sentence.places().length; rank++) {
      order[sentence.places()[rank]] = sentence.places().length - rank;
    }
    double[] expression = truth.dense(genes);
    double[] given = sentence.dense(genes);
    double squares = 0;
    for (int gene = 0; gene < genes; gene++) {
      squares += (given[gene] - expression[gene]) * (given[gene] - expression[gene]);
    }
    double overlap = reference.overlap(sentence.present(genes), sentence.places().length);
    return new SentenceComparison(
        present(overlap), tau(order, expression, programme), Math.sqrt(squares / genes));
  }

  private static OptionalDouble tau(double[] order, double[] expression, List<Integer> programme) {
    if (programme.size() < 2) {
      return OptionalDouble.empty();
    }
    double[] one = programme.stream().mapToDouble(gene -> order[gene]).toArray();
    double[] other = programme.stream().mapToDouble(gene -> expression[gene]).toArray();
    return present(new KendallsCorrelation().correlation(one, other));
  }

  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
