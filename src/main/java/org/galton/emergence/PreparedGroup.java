package org.galton.emergence;

import java.util.Arrays;

/**
 * A group as surrogates are made of it.
 *
 * @param series by agent and place, preprocessed; then the macro series
 * @param sums puts sums of agents on one point that are equal but for rounding
 */
record PreparedGroup(
    GroupTrajectory group,
    Transitions transitions,
    Preprocessing preprocessing,
    double[][] series,
    BinaryGrid sums) {

  /** Of one agent and one round at least. */
  static PreparedGroup of(GroupTrajectory group, EmergenceSettings settings) {
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

  int agents() {
    return series.length - 1;
  }

  int places() {
    return transitions.places();
  }

  /** The macro series as the sum of the agents, in place. */
  void sum(double[][] other) {
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
