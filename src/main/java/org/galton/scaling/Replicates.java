package org.galton.scaling;

import java.util.Arrays;
import org.galton.numerics.Expect;

/**
 * How far A differs between runs of one recipe, and whether two recipes differ by more.
 *
 * <p>Three runs of the paper's recipe differed by at most about 0.015, hence its margin of 0.02. It
 * was found for one model of 8 billion parameters with 1,000 prompts times 16 generations: with a
 * smaller evaluation runs differ by more.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786.
 *
 * @param margin largest difference of two recipes that count as equal
 */
public record Replicates(double margin) {

  public Replicates {
    Expect.that(margin >= 0 && margin <= 1, "margin", margin, "0 to 1");
  }

  /** The paper's margin, 0.02. */
  public static Replicates withDefaults() {
    return new Replicates(0.02);
  }

  public Replicates withMargin(double reward) {
    return new Replicates(reward);
  }

  /** |A1 - A2| &gt; margin. */
  public boolean distinguishable(double first, double second) {
    return Math.abs(first - second) > margin;
  }

  /**
   * Runs of one recipe.
   *
   * @param deviation sample standard deviation
   * @param halfRange (largest - smallest) / 2
   */
  public record Spread(int runs, double mean, double deviation, double halfRange) {}

  /**
   * @throws IllegalArgumentException below two runs
   */
  public static Spread spread(double... asymptotes) {
    int n = asymptotes.length;
    Expect.that(n >= 2, "number of runs", n, "2 or more");
    double[] sorted = asymptotes.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).sum() / n;
    double squares = Arrays.stream(sorted).map(a -> (a - mean) * (a - mean)).sum();
    return new Spread(n, mean, Math.sqrt(squares / (n - 1)), (sorted[n - 1] - sorted[0]) / 2);
  }
}
