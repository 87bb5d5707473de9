package org.galton.task.judge.math;

import java.util.List;
import org.galton.task.judge.math.tree.MathNode;

/** Whether a part of a mathematical text is one value: of numbers and constants alone. */
final class ConstantNodes {
  private ConstantNodes() {}

  static boolean isConstant(MathNode node) {
    if (node instanceof MathNode.Sum sum) {
      return areConstant(sum.terms());
    }
    if (node instanceof MathNode.Product product) {
      return areConstant(product.factors());
    }
    if (node instanceof MathNode.Quotient quotient) {
      return isConstant(quotient.above()) && isConstant(quotient.below());
    }
    if (node instanceof MathNode.Power power) {
      return isConstant(power.base()) && isConstant(power.exponent());
    }
    if (node instanceof MathNode.Negative negative) {
      return isConstant(negative.of());
    }
    if (node instanceof MathNode.Call call) {
      return areConstant(call.arguments());
    }
    if (node instanceof MathNode.Measured measured) {
      return isConstant(measured.value());
    }
    return node instanceof MathNode.Literal
        || node instanceof MathNode.Constant
        || node instanceof MathNode.Based;
  }

  private static boolean areConstant(List<MathNode> nodes) {
    return nodes.stream().allMatch(ConstantNodes::isConstant);
  }
}
