package org.galton.study.frechet;

import java.io.Serializable;
import java.util.List;
import org.galton.frechet.FrechetDistance;
import org.galton.frechet.GaussianMoments;

/**
 * The distance of a group from the reference of its condition.
 *
 * @param vectors of each of the two
 * @param floor distance of two disjoint samples of the reference; NaN where it is too small
 * @param floorVectors of each of these two
 * @param draws distances of the bootstrap; NaN where a draw took fewer than two vectors
 */
@SuppressWarnings("ArrayRecordComponent")
record MeasuredPair(
    List<String> condition,
    String side,
    int dimensions,
    long vectors,
    double means,
    double covariances,
    double floor,
    long floorVectors,
    double[] draws)
    implements Serializable {

  static MeasuredPair of(
      List<String> condition, String side, GroupSamples reference, GroupSamples group) {
    GaussianMoments from = reference.all();
    GaussianMoments to = group.all();
    FrechetDistance distance = between(from, to);
    double[] draws = new double[group.draws()];
    for (int i = 0; i < draws.length; i++) {
      boolean isWhole = reference.draw(i).weight() > 1 && group.draw(i).weight() > 1;
      draws[i] = isWhole ? between(reference.draw(i), group.draw(i)).value() : Double.NaN;
    }
    boolean second = Math.round(reference.second().weight()) >= Math.round(from.weight());
    GaussianMoments one = second ? from : reference.half(0);
    GaussianMoments other = second ? reference.second() : reference.half(1);
    double fewest = Math.min(one.weight(), other.weight());
    return new MeasuredPair(
        condition,
        side,
        to.dimensions(),
        Math.round(to.weight()),
        distance.means(),
        distance.covariances(),
        fewest > 1 ? between(one, other).value() : Double.NaN,
        Math.round(fewest),
        draws);
  }

  private static FrechetDistance between(GaussianMoments one, GaussianMoments other) {
    return FrechetDistance.of(one.gaussian(), other.gaussian());
  }

  double value() {
    return means + covariances;
  }
}
