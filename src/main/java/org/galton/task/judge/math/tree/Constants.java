package org.galton.task.judge.math.tree;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a tree depends on. */
public final class Constants {
  private Constants() {}

  /** Whether no name and no unknown function occurs. */
  public static boolean isConstant(MathNode node) {
    return !(node instanceof MathNode.Name)
        && !(node instanceof MathNode.Opaque)
        && parts(node).stream().allMatch(Constants::isConstant);
  }

  public static boolean has(MathNode node, MathConstant constant) {
    return (node instanceof MathNode.Constant one && one.constant() == constant)
        || parts(node).stream().anyMatch(part -> has(part, constant));
  }

  /** In code point order; those of unknown functions are none. */
  public static Set<String> names(MathNode node) {
    Set<String> names = new TreeSet<>();
    collect(node, names);
    return names;
  }

  private static void collect(MathNode node, Set<String> names) {
    if (node instanceof MathNode.Name name) {
      names.add(name.text());
    }
    parts(node).forEach(part -> collect(part, names));
  }

  /** The nodes right below. */
  public static List<MathNode> parts(MathNode node) {
    if (node instanceof MathNode.Sum sum) {
      return sum.terms();
    } else if (node instanceof MathNode.Product product) {
      return product.factors();
    } else if (node instanceof MathNode.Quotient quotient) {
      return List.of(quotient.above(), quotient.below());
    } else if (node instanceof MathNode.Power power) {
      return List.of(power.base(), power.exponent());
    } else if (node instanceof MathNode.Negative negative) {
      return List.of(negative.of());
    } else if (node instanceof MathNode.Call call) {
      return call.arguments();
    } else if (node instanceof MathNode.Opaque opaque) {
      return opaque.arguments();
    } else if (node instanceof MathNode.PlusMinus plusMinus) {
      return List.of(plusMinus.of());
    } else if (node instanceof MathNode.Bracketed bracketed) {
      return bracketed.items();
    } else if (node instanceof MathNode.Listed listed) {
      return listed.items();
    } else if (node instanceof MathNode.Matrix matrix) {
      return matrix.rows().stream().flatMap(List::stream).toList();
    } else if (node instanceof MathNode.Chain chain) {
      return chain.members();
    } else if (node instanceof MathNode.Combined combined) {
      return List.of(combined.left(), combined.right());
    } else if (node instanceof MathNode.Ratio ratio) {
      return ratio.terms();
    } else if (node instanceof MathNode.Range range) {
      return List.of(range.from(), range.to());
    } else if (node instanceof MathNode.Measured measured) {
      return List.of(measured.value());
    }
    return List.of();
  }
}
