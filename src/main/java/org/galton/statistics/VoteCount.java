package org.galton.statistics;

/**
 * Draws of k rollouts in which no answer has more than {@code winning} votes, by rollouts used and
 * answers tied at it: the dynamic programme of {@link MajorityAtK}, one answer at a time.
 */
final class VoteCount {

  enum Side {
    CORRECT,
    WRONG
  }

  private final int k;
  private final int winning;
  private final int mostTied;
  private int mostCorrect;
  private int mostWrong;

  /** Weight by tied correct answers, tied wrong answers, rollouts used. */
  private final double[][][] weights;

  VoteCount(int k, int winning) {
    this.k = k;
    this.winning = winning;
    this.mostTied = k / winning;
    this.weights = new double[mostTied + 1][][];
    weights[0] = new double[mostTied + 1][];
    weights[0][0] = new double[k + 1];
    weights[0][0][0] = 1;
  }

  int winning() {
    return winning;
  }

  /** Rollouts without an answer: any number of them, and never a vote. Called before any answer. */
  void addEmpty(double[] drawn) {
    System.arraycopy(drawn, 0, weights[0][0], 0, k + 1);
  }

  /** One answer, drawn 0 to {@code winning} times with these weights. */
  void add(double[] drawn, Side side) {
    boolean ties = drawn[winning] > 0;
    int most = winning - 1;
    while (drawn[most] == 0) {
      most--; // an answer that few rollouts gave
    }
    int correctSteps = side == Side.CORRECT ? 1 : 0;
    int wrongSteps = 1 - correctSteps;
    if (ties) {
      mostCorrect = Math.min(mostTied, mostCorrect + correctSteps);
      mostWrong = Math.min(mostTied, mostWrong + wrongSteps);
    }
    // Downwards, so that what is read is still the state before this answer.
    for (int u = mostCorrect; u >= 0; u--) {
      for (int w = Math.min(mostWrong, mostTied - u); w >= 0; w--) {
        double[] tied = ties ? row(u - correctSteps, w - wrongSteps) : null;
        advance(u, w, tied, drawn, most);
      }
    }
  }

  private void advance(int u, int w, double[] tied, double[] drawn, int most) {
    double[] untied = row(u, w);
    if (untied == null && tied == null) {
      return;
    }
    double[] target = untied == null ? new double[k + 1] : untied;
    for (int used = k; used >= 0; used--) {
      double weight = target[used];
      for (int x = Math.min(used, most); x >= 1; x--) {
        weight += target[used - x] * drawn[x];
      }
      if (tied != null && used >= winning) {
        weight += tied[used - winning] * drawn[winning];
      }
      target[used] = weight;
    }
    if (weights[u] == null) {
      weights[u] = new double[mostTied + 1][];
    }
    weights[u][w] = target;
  }

  private double[] row(int u, int w) {
    return u < 0 || w < 0 || weights[u] == null ? null : weights[u][w];
  }

  /** Weight of the full draws of k with one winner or more, times what each earns. */
  double earned(Ties rule) {
    CompensatedSum sum = new CompensatedSum();
    for (int u = 1; u <= mostCorrect; u++) {
      for (int w = 0; w <= Math.min(mostWrong, mostTied - u); w++) {
        double[] row = row(u, w);
        if (row != null) {
          sum.add(rule.earned(u, w) * row[k]);
        }
      }
    }
    return sum.value();
  }
}
