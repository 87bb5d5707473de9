package org.galton.task.judge.math;

import java.math.BigDecimal;
import java.util.Optional;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Scalars;
import org.galton.task.judge.math.value.ConstantValue;
import org.galton.task.judge.math.value.Folding;
import org.galton.task.judge.math.value.Work;

/**
 * An end of a piece of the real numbers.
 *
 * @param node as it was written; null for the ends of all numbers
 * @param value to 60 digits
 * @param infinite -1 and 1 for the ends of all numbers, else 0
 */
record RealEdge(MathNode node, BigDecimal value, int infinite) implements Comparable<RealEdge> {
  static final RealEdge LOWEST = new RealEdge(null, BigDecimal.ZERO, -1);
  static final RealEdge HIGHEST = new RealEdge(null, BigDecimal.ZERO, 1);
  private static final int DIGITS = 60;
  private static final BigDecimal NEAR = new BigDecimal("1e-40");

  /** Empty where the node has no real value. */
  static Optional<RealEdge> of(MathNode node, Work work) {
    if (Scalars.isInfinite(node)) {
      return Optional.of(node instanceof MathNode.Negative ? LOWEST : HIGHEST);
    }
    if (!Scalars.isScalar(node)) {
      return Optional.empty();
    }
    return ConstantValue.real(Folding.fold(node), DIGITS, work)
        .map(value -> new RealEdge(node, value, 0));
  }

  boolean isSame(RealEdge other, Deciding deciding) {
    if (infinite != 0 || other.infinite != 0) {
      return infinite == other.infinite;
    }
    return deciding.same(node, other.node).equal();
  }

  @Override
  public int compareTo(RealEdge other) {
    if (infinite != 0 || other.infinite != 0) {
      return Integer.compare(infinite, other.infinite);
    }
    BigDecimal difference = value.subtract(other.value);
    return difference.abs().compareTo(NEAR) < 0 ? 0 : difference.signum();
  }
}
