package org.galton.reward.loss;

import org.galton.numerics.Expect;

/**
 * How the tokens of a batch are averaged. Over |y_i| learned tokens of sample i of a prompt:
 *
 * <pre>
 *  prompt   mean over prompts of  1/sum_i |y_i|  sum_i sum_t     a prompt weighs as much as another
 *  token    1/all |y|  sum over all tokens                       a token weighs as much as another
 *  sample   mean over samples of  1/|y_i|  sum_t                 a sample weighs as much as another
 *  turn     mean over samples of  1/T_i  sum over its T_i turns of  1/|a|  sum over the turn's |a|
 *           tokens                                               turns of a sample weigh alike
 * </pre>
 *
 * <p>The last is Flow-GRPO's (Li et al., 2025, arXiv:2510.05592); where a sample is one turn, it is
 * the one before. Prompts, samples and turns without a learned token are not counted. The weights
 * of a batch sum to 1: to split it over learners, weigh the whole batch first.
 *
 * <p>Compared in Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786.
 */
public enum Aggregate {
  PROMPT("prompt") {
    @Override
    double[][] of(int[][] tokens) {
      int prompts = 0;
      for (int[] prompt : tokens) {
        prompts += sum(prompt) > 0 ? 1 : 0;
      }
      double[][] weights = new double[tokens.length][];
      for (int i = 0; i < tokens.length; i++) {
        weights[i] = filled(tokens[i], 1.0 / prompts / sum(tokens[i]));
      }
      return weights;
    }
  },

  TOKEN("token") {
    @Override
    double[][] of(int[][] tokens) {
      long all = 0;
      for (int[] prompt : tokens) {
        all += sum(prompt);
      }
      double[][] weights = new double[tokens.length][];
      for (int i = 0; i < tokens.length; i++) {
        weights[i] = filled(tokens[i], 1.0 / all);
      }
      return weights;
    }
  },

  SAMPLE("sample") {
    @Override
    double[][] of(int[][] tokens) {
      long samples = 0;
      for (int[] prompt : tokens) {
        for (int count : prompt) {
          samples += count > 0 ? 1 : 0;
        }
      }
      double[][] weights = new double[tokens.length][];
      for (int i = 0; i < tokens.length; i++) {
        weights[i] = new double[tokens[i].length];
        for (int j = 0; j < tokens[i].length; j++) {
          weights[i][j] = tokens[i][j] == 0 ? 0 : 1.0 / samples / tokens[i][j];
        }
      }
      return weights;
    }
  },

  TURN("turn") {
    @Override
    double[][] of(int[][] tokens) {
      return SAMPLE.of(tokens);
    }

    @Override
    double shareOf(int[] turns, int turn) {
      return (double) sum(turns) / positive(turns) / turns[turn];
    }
  };

  private final String title;

  Aggregate(String title) {
    this.title = title;
  }

  /** As specs and options call it. */
  public String title() {
    return title;
  }

  /**
   * The weight of each learned token of a sample, by prompt and sample; 0 for a sample without one.
   *
   * @param tokensByPrompt learned tokens of each sample of each prompt of the whole batch: without
   *     those that are masked, and 0 for a sample that is left out
   * @throws IllegalArgumentException when a count is below 0
   */
  public double[][] weights(int[][] tokensByPrompt) {
    for (int[] prompt : tokensByPrompt) {
      for (int tokens : prompt) {
        Expect.that(tokens >= 0, "number of tokens", tokens, "0 or more");
      }
    }
    return of(tokensByPrompt);
  }

  abstract double[][] of(int[][] tokens);

  /**
   * The same by prompt, sample and turn, where a sample may have several turns.
   *
   * @throws IllegalArgumentException when a count is below 0
   */
  public double[][][] weights(int[][][] tokensByTurn) {
    int[][] samples = new int[tokensByTurn.length][];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = new int[tokensByTurn[i].length];
      for (int j = 0; j < samples[i].length; j++) {
        for (int tokens : tokensByTurn[i][j]) {
          Expect.that(tokens >= 0, "number of tokens", tokens, "0 or more");
        }
        samples[i][j] = Math.toIntExact(sum(tokensByTurn[i][j]));
      }
    }
    double[][] bySample = weights(samples);
    double[][][] weights = new double[samples.length][][];
    for (int i = 0; i < samples.length; i++) {
      weights[i] = new double[samples[i].length][];
      for (int j = 0; j < samples[i].length; j++) {
        int[] turns = tokensByTurn[i][j];
        weights[i][j] = new double[turns.length];
        for (int turn = 0; turn < turns.length; turn++) {
          weights[i][j][turn] = turns[turn] == 0 ? 0 : bySample[i][j] * shareOf(turns, turn);
        }
      }
    }
    return weights;
  }

  /** How much more a token of a turn weighs than one of its sample in the mean. */
  double shareOf(int[] turns, int turn) {
    return 1;
  }

  private static int positive(int[] turns) {
    int positive = 0;
    for (int tokens : turns) {
      positive += tokens > 0 ? 1 : 0;
    }
    return positive;
  }

  private static long sum(int[] tokens) {
    long sum = 0;
    for (int count : tokens) {
      sum += count;
    }
    return sum;
  }

  /** The weight where there are tokens. */
  private static double[] filled(int[] tokens, double weight) {
    double[] weights = new double[tokens.length];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = tokens[j] == 0 ? 0 : weight;
    }
    return weights;
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return title;
  }
}
