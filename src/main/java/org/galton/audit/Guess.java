package org.galton.audit;

import org.galton.numerics.SplitMix64;

/**
 * The place of one candidate among all. Candidates of equal score are put in an order that a seed
 * decides, so that scores without information hit one time in as many as there are candidates.
 *
 * @param rank from 1
 * @param probability of the candidate
 * @param top number of the candidate of rank 1
 */
public record Guess(int rank, double probability, int top) {

  /**
   * @param scores larger is better
   * @param secret number of the candidate
   */
  public static Guess of(double[] scores, int secret, long seed) {
    int rank = 1;
    int top = 0;
    for (int i = 0; i < scores.length; i++) {
      if (before(scores, i, secret, seed)) {
        rank++;
      }
      if (before(scores, i, top, seed)) {
        top = i;
      }
    }
    return new Guess(rank, scores[secret], top);
  }

  private static boolean before(double[] scores, int one, int other, long seed) {
    if (scores[one] != scores[other]) {
      return scores[one] > scores[other];
    }
    return one != other && SplitMix64.at(seed, one) < SplitMix64.at(seed, other);
  }

  public boolean hit() {
    return rank == 1;
  }
}
