package org.galton.emergence;

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

  /** About the joint next state of two agents, from a table of the four. */
  void pair(int i, int j, double[] out);

  /** About the next macro state, from a table of the four. */
  void triplet(int i, int j, int k, double[] out);
}
