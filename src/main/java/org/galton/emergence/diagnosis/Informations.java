package org.galton.emergence.diagnosis;

import java.util.Arrays;

/**
 * What the series of one group say about one another one lag later. The agents come first, the
 * macro series last. Everything that is asked refers to the series read last; for one thread.
 */
interface Informations {
  /** Where {@link #pair} puts what the first agent says. */
  int FIRST = 0;

  int SECOND = 1;
  int BOTH = 2;

  /** The redundancies by each measure, in order, follow from here. */
  int REDUNDANCIES = 3;

  /** Where {@link #triplet} puts what all three agents say. */
  int ALL = 0;

  /** What the two say that know most. */
  int BEST_PAIR = 1;

  /** Entropy of the next macro state. */
  int ENTROPY = 2;

  /** Bins these values, by series and place. */
  void read(double[][] series);

  /** Bins that a series uses. */
  int letters(int series);

  /** I(X;Y') of two series, from a table of these two. */
  double lagged(int source, int target);

  /**
   * About the joint next state of two agents, neither of them constant, from a table of the four.
   */
  void varyingPair(int i, int j, double[] out);

  /** About the joint next state of two agents. What is constant says nothing. */
  default void pair(int i, int j, double[] out) {
    if (letters(i) > 1 && letters(j) > 1) {
      varyingPair(i, j, out);
      return;
    }
    Arrays.fill(out, 0);
    out[FIRST] = lagged(i, i);
    out[SECOND] = lagged(j, j);
    out[BOTH] = out[FIRST] + out[SECOND];
  }

  /** About the next macro state, from a table of the four. */
  void triplet(int i, int j, int k, double[] out);
}
