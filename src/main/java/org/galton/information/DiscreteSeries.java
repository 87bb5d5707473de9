package org.galton.information;

import java.util.Arrays;
import java.util.TreeMap;
import org.galton.numerics.Expect;

/**
 * A sequence of letters 0 to alphabet - 1, one per observation. A stretch of a series keeps the
 * alphabet of the whole, whether or not it uses every letter.
 */
public final class DiscreteSeries {
  private final int[] letters;
  private final int alphabet;

  private DiscreteSeries(int[] letters, int alphabet) {
    this.letters = letters;
    this.alphabet = alphabet;
  }

  /** Labels become letters in ascending order; labels that are not used get none. */
  public static DiscreteSeries of(int... labels) {
    TreeMap<Integer, Integer> letters = new TreeMap<>();
    Arrays.stream(labels).forEach(label -> letters.put(label, 0));
    int next = 0;
    for (var entry : letters.entrySet()) {
      entry.setValue(next++);
    }
    return new DiscreteSeries(
        Arrays.stream(labels).map(letters::get).toArray(), Math.max(1, letters.size()));
  }

  public int length() {
    return letters.length;
  }

  public int alphabet() {
    return alphabet;
  }

  public int letter(int place) {
    return letters[place];
  }

  /** Observations from (inclusive) to (exclusive). */
  public DiscreteSeries stretch(int from, int to) {
    Expect.that(
        from >= 0 && from <= to && to <= letters.length,
        "stretch",
        from + " to " + to,
        "places from 0 to " + letters.length);
    return new DiscreteSeries(Arrays.copyOfRange(letters, from, to), alphabet);
  }

  /** The observation at {@code places[i]} comes to place i. */
  public DiscreteSeries reordered(int[] places) {
    return new DiscreteSeries(Arrays.stream(places).map(i -> letters[i]).toArray(), alphabet);
  }

  /** Bit i is letter i, for a series of at most 64 observations and two letters. */
  long mask() {
    long mask = 0;
    for (int i = 0; i < letters.length; i++) {
      mask |= (long) letters[i] << i;
    }
    return mask;
  }

  @Override
  public String toString() {
    return Arrays.toString(letters);
  }
}
