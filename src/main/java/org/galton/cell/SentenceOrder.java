package org.galton.cell;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import org.galton.numerics.Expect;
import org.galton.numerics.Fnv1a;
import org.galton.numerics.SplitMix64;

/**
 * The order of a cell's genes in its sentence: from highest to lowest expression.
 *
 * <p>Genes of equal expression come in the order of a hash of seed, cell and gene: at random, and
 * yet the same whoever asks, in which order and how often. Each cell has its own order of ties, so
 * no gene stands before another everywhere. Cost: one sort.
 *
 * <p>Levine et al., Cell2Sentence: Teaching Large Language Models the Language of Biology, 2024,
 * whose ties are shuffled.
 */
public record SentenceOrder(long seed) implements Serializable {

  private record Word(int place, String gene, double value, long tie) {}

  /**
   * Places of the genes, from the first word to the last.
   *
   * @param cell its name
   * @param genes each once
   * @param values their expression, finite
   */
  public int[] of(String cell, String[] genes, double[] values) {
    Expect.that(
        genes.length == values.length,
        "genes",
        genes.length,
        "as many as values, " + values.length);
    Expect.finite(values, "expression");
    long own = SplitMix64.mix(seed ^ Fnv1a.mixed(cell));
    Word[] words = new Word[genes.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = new Word(i, genes[i], values[i], SplitMix64.mix(own ^ Fnv1a.mixed(genes[i])));
    }
    Arrays.sort(
        words,
        Comparator.comparingDouble(Word::value)
            .reversed()
            .thenComparingLong(Word::tie)
            .thenComparing(Word::gene));
    return Arrays.stream(words).mapToInt(Word::place).toArray();
  }
}
