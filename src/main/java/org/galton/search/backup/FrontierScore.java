package org.galton.search.backup;

import java.io.Serializable;

/**
 * Which node of the frontier to expand:
 *
 * <pre>
 *   F = parent tanh(Q_parent) + entropy H + depth D(d) + own tanh(Q),   Q = q / N
 * </pre>
 *
 * @param parent weight of the parent's mean value
 * @param entropy weight of the node's entropy
 * @param depth weight of the bonus of depth
 * @param own weight of the node's own mean value
 */
public record FrontierScore(
    double parent, double entropy, double depth, double own, DepthBonus bonus)
    implements Serializable {

  /** 0.4, 0, 0.01, 0 and the root of the depth, as in the paper. */
  public static FrontierScore withDefaults() {
    return new FrontierScore(0.4, 0, 0.01, 0, DepthBonus.SQRT);
  }

  public FrontierScore withEntropy(double weight) {
    return new FrontierScore(parent, weight, depth, own, bonus);
  }

  public FrontierScore withBonus(DepthBonus other) {
    return new FrontierScore(parent, entropy, depth, own, other);
  }

  public FrontierScore withOwn(double weight) {
    return new FrontierScore(parent, entropy, depth, weight, bonus);
  }

  /**
   * @param meanOfParent Q of the parent
   * @param meanOfNode Q of the node
   * @param at depth of the node, of at most the limit
   */
  public double of(
      double meanOfParent, double meanOfNode, double entropyOfNode, int at, int limit) {
    return parent * Math.tanh(meanOfParent)
        + entropy * entropyOfNode
        + depth * bonus.of(at, limit)
        + own * Math.tanh(meanOfNode);
  }
}
