package org.galton.task.judge.math;

import java.util.ArrayList;
import java.util.List;
import org.galton.task.judge.math.tree.Bracket;
import org.galton.task.judge.math.tree.Connective;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Rebuilding;

/** Plus or minus as what it means: a list of two. */
final class Signs {
  private Signs() {}

  /** The same where no such sign occurs. */
  static MathNode expanded(MathNode node) {
    if (!occurs(node)) {
      return node;
    }
    if (node instanceof MathNode.Listed listed) {
      return new MathNode.Listed(listed.connective(), expanded(listed.items()));
    }
    boolean set = node instanceof MathNode.Bracketed bracketed && bracketed.open() == Bracket.CURLY;
    if (set) {
      List<MathNode> items = expanded(((MathNode.Bracketed) node).items());
      return new MathNode.Bracketed(Bracket.CURLY, Bracket.CURLY, items);
    }
    return new MathNode.Listed(Connective.COMMA, List.of(chosen(node, 1), chosen(node, -1)));
  }

  private static List<MathNode> expanded(List<MathNode> items) {
    List<MathNode> all = new ArrayList<>();
    for (MathNode item : items) {
      if (occurs(item)) {
        all.add(chosen(item, 1));
        all.add(chosen(item, -1));
      } else {
        all.add(item);
      }
    }
    return List.copyOf(all);
  }

  private static boolean occurs(MathNode node) {
    return node instanceof MathNode.PlusMinus
        || Constants.parts(node).stream().anyMatch(Signs::occurs);
  }

  /** With the upper signs for 1, the lower for -1. */
  private static MathNode chosen(MathNode node, int sign) {
    if (node instanceof MathNode.PlusMinus plusMinus) {
      MathNode of = chosen(plusMinus.of(), sign);
      return plusMinus.first() * sign > 0 ? of : new MathNode.Negative(of);
    }
    return Rebuilding.with(node, part -> chosen(part, sign));
  }
}
