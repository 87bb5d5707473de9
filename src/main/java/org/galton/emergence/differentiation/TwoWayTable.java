package org.galton.emergence.differentiation;

import java.util.Arrays;
import org.galton.numerics.Vectors;

/** Agents by rounds without interaction: what agents, rounds and neither explain. */
final class TwoWayTable {
  /** Relative to the largest value; a spread below is rounding. */
  private static final double ROUNDING = 1e-13;

  private final int agents;
  private final int rounds;
  private final double[] levels;
  private final double[] slopes;
  private final Stratum ofAgents;
  private final Stratum ofRounds;
  private final Stratum ofSlopes;
  private final Stratum residual;
  private final Stratum aroundSlopes;

  /** Of two agents or more in two rounds or more. */
  TwoWayTable(double[][] values, int[] numbers) {
    agents = values.length;
    rounds = numbers.length;
    double[][] rest = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    double mean = Arrays.stream(rest).mapToDouble(TwoWayTable::mean).sum() / agents;
    subtract(rest, mean);
    levels = Arrays.stream(rest).mapToDouble(TwoWayTable::mean).toArray();
    double[] common = new double[rounds];
    for (double[] row : rest) {
      for (int t = 0; t < rounds; t++) {
        common[t] += row[t] / agents;
      }
    }
    for (int i = 0; i < agents; i++) {
      for (int t = 0; t < rounds; t++) {
        rest[i][t] -= levels[i] + common[t];
      }
    }
    double[] time = Arrays.stream(numbers).asDoubleStream().toArray();
    subtract(new double[][] {time}, mean(time));
    slopes = Arrays.stream(rest).mapToDouble(row -> Vectors.dot(row, time)).toArray();
    double spread = Vectors.dot(time, time);
    for (int i = 0; i < agents; i++) {
      slopes[i] /= spread;
    }
    double largest =
        Arrays.stream(values).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
    double least = agents * (double) rounds * ROUNDING * ROUNDING * largest * largest;
    double squares = Arrays.stream(rest).mapToDouble(row -> Vectors.dot(row, row)).sum();
    double slopeSquares = spread * Vectors.dot(slopes, slopes);
    ofAgents = stratum(rounds * Vectors.dot(levels, levels), agents - 1, least);
    ofRounds = stratum(agents * Vectors.dot(common, common), rounds - 1, least);
    ofSlopes = stratum(slopeSquares, agents - 1, least);
    residual = stratum(squares, (agents - 1) * (rounds - 1), least);
    aroundSlopes = stratum(squares - slopeSquares, (agents - 1) * (rounds - 2), least);
  }

  int agents() {
    return agents;
  }

  int rounds() {
    return rounds;
  }

  Stratum ofAgents() {
    return ofAgents;
  }

  Stratum ofRounds() {
    return ofRounds;
  }

  /** Slopes of the agents, a part of the residual. */
  Stratum ofSlopes() {
    return ofSlopes;
  }

  Stratum residual() {
    return residual;
  }

  /** The residual without the slopes. */
  Stratum aroundSlopes() {
    return aroundSlopes;
  }

  AgentTrend trend(int agent) {
    return new AgentTrend(levels[agent], slopes[agent]);
  }

  private static Stratum stratum(double squares, int degrees, double least) {
    return new Stratum(squares > least ? squares : 0, degrees);
  }

  private static void subtract(double[][] rows, double amount) {
    for (double[] row : rows) {
      for (int t = 0; t < row.length; t++) {
        row[t] -= amount;
      }
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
