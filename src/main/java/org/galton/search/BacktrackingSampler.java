package org.galton.search;

import java.util.Locale;

/**
 * VGB, value-guided sampling with stochastic backtracking, as the <i>one-call walk</i>: a Markov
 * chain over the tree of partial completions, each step of which draws one block. At a node v of
 * value V(v), where b(v) = V(v), 0 at the root:
 *
 * <pre>
 *   with probability b / (b + 1)   to the parent
 *   else                           draw a block, and with probability V(child) go to the child
 *   at a whole completion          to the parent with probability 1/2
 * </pre>
 *
 * A whole completion has its verdict for a value. The chain is reversible, and the probability of a
 * whole completion y under the condition that the walk stands at one is ref(y) tau(y) / sum of ref
 * tau, for any values that are positive wherever such a completion can be reached. Errors of the
 * values cost time only.
 *
 * <p>{@link org.galton.search.tree.OneCallWalk} is this step on a tree that is known as a whole,
 * with its exact laws. It cannot be this one: here no child is known before a model has drawn it.
 *
 * <p>Cost: the walk has T = ceil(constant horizon^2 (1 + eps)^4 ln(1 / delta)) steps, which the
 * paper proves to be enough for a total variation of delta where values are right up to a factor of
 * 1 + eps and the walk moves by V(child) ref(child). The constant of the proof is not known here.
 * This walk draws blocks from ref and accepts them, which takes more steps the smaller values are.
 * A walk that does not stand at a whole completion after T steps begins anew.
 *
 * <p>Rohatgi et al., Taming Imperfect Process Verifiers: A Sampling Perspective on Backtracking,
 * arXiv 2510.03149.
 *
 * @param block tokens of a block
 * @param values where values come from
 * @param output which state of the walk is put out
 * @param eps what steps and restarts are made for
 * @param horizon blocks of a completion; 0 for as many as the token limit has
 * @param maxRestarts how often it begins anew at most; -1 for ceil(8 (1 + eps) horizon ln 2)
 */
public record BacktrackingSampler(
    int block,
    ValueSource values,
    Output output,
    double eps,
    double delta,
    double stepConstant,
    int horizon,
    int maxRestarts)
    implements BlockSampler {
  public static final String KIND = "vgb";

  /** In place of a number that is to follow from the others. */
  public static final int BY_FORMULA = -1;

  /**
   * What is taken where none is given. On trees that are small enough to compute, the law of the
   * walk is then within a total variation of 0.03 of its limit, where delta is 0.1: see {@code
   * docs/samplers.md}.
   */
  public static final double STEP_CONSTANT = 1;

  private static final double MOST_STEPS = 1e9;

  /** Which state of the walk is put out. */
  public enum Output {
    /** The whole completion at which the walk stands after all steps. */
    WALK,
    /** The first whole completion that it comes to: biased where values are not exact. */
    FIRST_LEAF
  }

  public BacktrackingSampler {
    require(block >= 1, "block", block, "1 or more");
    require(eps >= 0 && Double.isFinite(eps), "eps", eps, "0 or more");
    require(delta > 0 && delta < 1, "delta", delta, "above 0 and below 1");
    require(
        stepConstant > 0 && Double.isFinite(stepConstant),
        "step_constant",
        stepConstant,
        "above 0");
    require(horizon >= 0, "horizon", horizon, "0 (by max_tokens) or more");
    require(maxRestarts >= BY_FORMULA, "max_restarts", maxRestarts, "0 or more");
  }

  /** With the task's values, with an error or, where it is 0, without. */
  public BacktrackingSampler(
      int block,
      double noise,
      Output output,
      double eps,
      double delta,
      double stepConstant,
      int horizon,
      int maxRestarts) {
    this(block, ValueSource.noisy(noise), output, eps, delta, stepConstant, horizon, maxRestarts);
  }

  private static void require(boolean holds, String key, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("Invalid " + key + " " + value + ": expected " + expected);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int block(int maxTokens) {
    return block;
  }

  @Override
  public boolean needsValues(int maxTokens) {
    return block < maxTokens && !values.equals(ValueSource.none());
  }

  @Override
  public boolean isBiased() {
    return output == Output.FIRST_LEAF;
  }

  /** Blocks of a completion. */
  public int horizon(int maxTokens) {
    return horizon > 0 ? horizon : (maxTokens + block - 1) / block;
  }

  /** Steps of a walk. */
  public long steps(int maxTokens) {
    double h = horizon(maxTokens);
    double steps = Math.ceil(stepConstant * h * h * Math.pow(1 + eps, 4) * Math.log(1 / delta));
    return (long) Math.min(MOST_STEPS, Math.max(1, steps));
  }

  /** Further walks after the first. */
  public int restarts(int maxTokens) {
    return maxRestarts == BY_FORMULA
        ? (int) Math.min(1e6, Math.ceil(8 * (1 + eps) * horizon(maxTokens) * Math.log(2)))
        : maxRestarts;
  }

  @Override
  public double mostBlocks(int maxTokens) {
    return (1.0 + restarts(maxTokens)) * steps(maxTokens);
  }

  @Override
  public String settings(int maxTokens) {
    return String.format(
        Locale.ROOT,
        "sampler=%s%s block=%d value=%s steps=%d restarts=%d",
        KIND,
        isBiased() ? "_first_leaf(biased)" : "",
        block,
        values.settings(),
        steps(maxTokens),
        restarts(maxTokens));
  }

  @Override
  public <S> Search<S> start(S root, long seed, int maxTokens) {
    return new BacktrackingSearch<>(root, seed, output, steps(maxTokens), restarts(maxTokens));
  }
}
