package org.galton.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A sentence that someone wrote, made whole: words that are no genes are counted and taken out; a
 * gene that is there several times stands at the mean of its positions among the words that are
 * left, without the fraction. Genes of one position stand as they first came.
 *
 * <p>A sentence of genes that are there once each stays as it is.
 *
 * <p>Levine et al., Cell2Sentence, 2024.
 *
 * @param genes each once, in their order; the rank of a gene is its place
 * @param foreign words that are no genes
 * @param repeated words that name a gene again
 */
public record GeneratedSentence(List<String> genes, int foreign, int repeated) {

  private static final class Positions {
    private long sum;
    private int count;

    void add(int position) {
      sum += position;
      count++;
    }

    long mean() {
      return sum / count;
    }
  }

  public static GeneratedSentence of(List<String> words, Predicate<String> isGene) {
    Map<String, Positions> found = new LinkedHashMap<>();
    int position = 0;
    for (String word : words) {
      if (isGene.test(word)) {
        found.computeIfAbsent(word, gene -> new Positions()).add(position);
        position++;
      }
    }
    List<Map.Entry<String, Positions>> genes = new ArrayList<>(found.entrySet());
    genes.sort(Comparator.comparingLong(gene -> gene.getValue().mean()));
    return new GeneratedSentence(
        genes.stream().map(Map.Entry::getKey).toList(),
        words.size() - position,
        position - genes.size());
  }
}
