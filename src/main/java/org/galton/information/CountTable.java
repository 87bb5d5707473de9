package org.galton.information;

import java.util.Arrays;
import org.galton.numerics.Expect;

/**
 * How often each combination of letters of several variables was observed, over the full product of
 * their alphabets. The last variable runs fastest.
 */
public final class CountTable {
  private static final int WORD = 64;

  private final Shape shape;
  private final int[] counts;
  private final int observations;

  private CountTable(Shape shape, int[] counts, int observations) {
    this.shape = shape;
    this.counts = counts;
    this.observations = observations;
  }

  /**
   * Counts series of equal length, one or more observations. Series of at most two letters and 64
   * observations are counted by masks: a count is the number of bits of an intersection.
   */
  public static CountTable of(DiscreteSeries... series) {
    int length = series[0].length();
    Expect.that(length >= 1, "number of observations", length, "1 or more");
    boolean masks = length <= WORD;
    for (DiscreteSeries one : series) {
      if (one.length() != length) {
        throw Expect.refused("series of length", one.length(), "all of length " + length);
      }
      masks &= one.alphabet() <= 2;
    }
    return masks ? byMasks(series, length) : byLetters(series, length);
  }

  static CountTable byMasks(DiscreteSeries[] series, int length) {
    long[] sets = {-1L >>> (WORD - length)};
    for (DiscreteSeries one : series) {
      if (one.alphabet() == 2) {
        sets = split(sets, one.mask());
      }
    }
    return new CountTable(
        shape(series), Arrays.stream(sets).mapToInt(Long::bitCount).toArray(), length);
  }

  private static long[] split(long[] sets, long mask) {
    long[] halves = new long[2 * sets.length];
    for (int i = 0; i < sets.length; i++) {
      halves[2 * i] = sets[i] & ~mask;
      halves[2 * i + 1] = sets[i] & mask;
    }
    return halves;
  }

  static CountTable byLetters(DiscreteSeries[] series, int length) {
    Shape shape = shape(series);
    int[] counts = new int[shape.cells()];
    for (int i = 0; i < length; i++) {
      int cell = 0;
      for (DiscreteSeries one : series) {
        cell = cell * one.alphabet() + one.letter(i);
      }
      counts[cell]++;
    }
    return new CountTable(shape, counts, length);
  }

  private static Shape shape(DiscreteSeries[] series) {
    return new Shape(Arrays.stream(series).mapToInt(DiscreteSeries::alphabet).toArray());
  }

  public int observations() {
    return observations;
  }

  /** Combinations of letters, observed or not. */
  public int cells() {
    return shape.cells();
  }

  public int count(int cell) {
    return counts[cell];
  }

  /** Each group of variables becomes one variable; the others are summed out. */
  public CountTable grouped(int[]... groups) {
    Shape target = shape.grouped(groups);
    int[] places = shape.places(groups);
    int[] sums = new int[target.cells()];
    for (int cell = 0; cell < places.length; cell++) {
      sums[places[cell]] += counts[cell];
    }
    return new CountTable(target, sums, observations);
  }

  /** Combinations of letters of these variables that were observed. */
  int occupied(int... axes) {
    return (int) Arrays.stream(grouped(axes).counts).filter(count -> count > 0).count();
  }

  Shape shape() {
    return shape;
  }
}
