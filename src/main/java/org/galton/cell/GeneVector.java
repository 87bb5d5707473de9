package org.galton.cell;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Expression of a cell's genes; genes that are not there are 0.
 *
 * @param places of the genes in a vocabulary, each once
 * @param values their expression
 */
@SuppressWarnings("ArrayRecordComponent")
public record GeneVector(int[] places, double[] values) implements Serializable {

  /**
   * That of a sentence, by a line.
   *
   * @param vocabulary knows the place of every word
   */
  public static GeneVector of(
      List<String> sentence, Map<String, Integer> vocabulary, RankLine line) {
    int[] places = new int[sentence.size()];
    double[] values = new double[places.length];
    for (int rank = 0; rank < places.length; rank++) {
      places[rank] = vocabulary.get(sentence.get(rank));
      values[rank] = line.expression(rank);
    }
    return new GeneVector(places, values);
  }

  /** Its product with a vector of all genes. */
  public double dot(double[] genes) {
    double sum = 0;
    for (int i = 0; i < places.length; i++) {
      sum += values[i] * genes[places[i]];
    }
    return sum;
  }

  public double squaredNorm() {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  /** Adds it to a vector of all genes. */
  public void addTo(double[] genes) {
    for (int i = 0; i < places.length; i++) {
      genes[places[i]] += values[i];
    }
  }

  /**
   * As a vector of all genes.
   *
   * @param genes how many there are
   */
  public double[] dense(int genes) {
    double[] all = new double[genes];
    addTo(all);
    return all;
  }

  /**
   * Genes that two cells share, as a part of those of the one that has more; NaN where neither has
   * any. A cell that has all genes shares all, and yet is not like another.
   *
   * @param others which genes the other cell has
   * @param count how many
   */
  public double overlap(boolean[] others, int count) {
    int shared = 0;
    for (int place : places) {
      shared += others[place] ? 1 : 0;
    }
    return (double) shared / Math.max(places.length, count);
  }

  /** Which genes are there. */
  public boolean[] present(int genes) {
    boolean[] present = new boolean[genes];
    for (int place : places) {
      present[place] = true;
    }
    return present;
  }
}
