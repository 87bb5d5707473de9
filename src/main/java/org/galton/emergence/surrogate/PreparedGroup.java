package org.galton.emergence.surrogate;

import java.util.Arrays;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupTrajectory;

/**
 * A group as surrogates are made of it.
 *
 * @param series by agent and place, preprocessed; then the macro series
 * @param sums puts sums of agents on one point that are equal but for rounding
 */
public record PreparedGroup(
    GroupTrajectory group,
    Transitions transitions,
    Preprocessing preprocessing,
    double[][] series,
    BinaryGrid sums) {

  /** Of one agent and one round at least. */
  public static PreparedGroup of(GroupTrajectory group, EmergenceSettings settings) {
    int[] rounds = group.rounds();
    Preprocessing preprocessing = new Preprocessing(rounds, settings.detrending());
    double[][] values = group.values();
    int agents = values.length;
    double largest =
        Arrays.stream(values).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    BinaryGrid grid = BinaryGrid.of(largest);
    BinaryGrid sums = BinaryGrid.of(largest * agents);
    double[][] series = Arrays.copyOf(values, agents + 1);
    for (int i = 0; i < agents; i++) {
      preprocessing.apply(series[i], grid);
    }
    series[agents] = group.macro().orElseGet(() -> new double[rounds.length]);
    PreparedGroup prepared =
        new PreparedGroup(
            group, Transitions.of(rounds, settings.lag()), preprocessing, series, sums);
    if (group.macro().isPresent()) {
      double most = Arrays.stream(series[agents]).map(Math::abs).max().orElse(0);
      preprocessing.apply(series[agents], BinaryGrid.of(most));
    } else {
      prepared.sum(series);
    }
    return prepared;
  }

  /** Of the least-squares line through an agent's series, per round; 0 for a single round. */
  public double slope(double[] series) {
    return preprocessing.slope(series);
  }

  public int agents() {
    return series.length - 1;
  }

  public int places() {
    return transitions.places();
  }

  /** The macro series as the sum of the agents, in place. */
  public void sum(double[][] other) {
    double[] macro = other[agents()];
    for (int place = 0; place < macro.length; place++) {
      double sum = 0;
      for (int i = 0; i < agents(); i++) {
        sum += other[i][place];
      }
      macro[place] = sums.nearest(sum);
    }
  }
}
