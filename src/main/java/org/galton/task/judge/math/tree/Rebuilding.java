package org.galton.task.judge.math.tree;

import java.util.List;
import java.util.function.UnaryOperator;

/** Makes the same node of other parts. */
public final class Rebuilding {
  private Rebuilding() {}

  public static MathNode with(MathNode node, UnaryOperator<MathNode> change) {
    if (node instanceof MathNode.Sum sum) {
      return new MathNode.Sum(all(sum.terms(), change));
    } else if (node instanceof MathNode.Product product) {
      return new MathNode.Product(all(product.factors(), change));
    } else if (node instanceof MathNode.Quotient quotient) {
      return new MathNode.Quotient(change.apply(quotient.above()), change.apply(quotient.below()));
    } else if (node instanceof MathNode.Power power) {
      return new MathNode.Power(change.apply(power.base()), change.apply(power.exponent()));
    } else if (node instanceof MathNode.Negative negative) {
      return new MathNode.Negative(change.apply(negative.of()));
    } else if (node instanceof MathNode.Call call) {
      return new MathNode.Call(call.function(), all(call.arguments(), change));
    } else if (node instanceof MathNode.Opaque opaque) {
      return new MathNode.Opaque(opaque.name(), all(opaque.arguments(), change));
    } else if (node instanceof MathNode.PlusMinus plusMinus) {
      return new MathNode.PlusMinus(plusMinus.first(), change.apply(plusMinus.of()));
    } else if (node instanceof MathNode.Bracketed bracketed) {
      return new MathNode.Bracketed(
          bracketed.open(), bracketed.close(), all(bracketed.items(), change));
    } else if (node instanceof MathNode.Listed listed) {
      return new MathNode.Listed(listed.connective(), all(listed.items(), change));
    } else if (node instanceof MathNode.Matrix matrix) {
      return new MathNode.Matrix(matrix.rows().stream().map(row -> all(row, change)).toList());
    } else if (node instanceof MathNode.Chain chain) {
      return new MathNode.Chain(all(chain.members(), change), chain.relations());
    } else if (node instanceof MathNode.Combined combined) {
      return new MathNode.Combined(
          combined.operation(), change.apply(combined.left()), change.apply(combined.right()));
    } else if (node instanceof MathNode.Ratio ratio) {
      return new MathNode.Ratio(all(ratio.terms(), change));
    } else if (node instanceof MathNode.Measured measured) {
      return new MathNode.Measured(change.apply(measured.value()), measured.measure());
    }
    return node;
  }

  private static List<MathNode> all(List<MathNode> nodes, UnaryOperator<MathNode> change) {
    return nodes.stream().map(change).toList();
  }
}
