package org.galton.emergence.surrogate;

import java.util.Arrays;

/**
 * Places of complete rounds, and of those one lag later that are complete too.
 *
 * @param places complete rounds
 * @param from places of the first of each pair
 * @param to places of the second
 */
public record Transitions(int places, int[] from, int[] to) {

  public static Transitions of(int[] rounds, int lag) {
    int[] from = new int[rounds.length];
    int[] to = new int[rounds.length];
    int count = 0;
    for (int place = 0; place < rounds.length; place++) {
      long wanted = (long) rounds[place] + lag;
      int found = wanted > Integer.MAX_VALUE ? -1 : Arrays.binarySearch(rounds, (int) wanted);
      if (found >= 0) {
        from[count] = place;
        to[count++] = found;
      }
    }
    return new Transitions(rounds.length, Arrays.copyOf(from, count), Arrays.copyOf(to, count));
  }

  public int count() {
    return from.length;
  }
}
