package org.galton.task.judge.math;

import java.util.List;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathFunction;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Relation;
import org.galton.task.judge.math.tree.Scalars;

/** What of a chain is the answer: the value of x = v, what stands before an approximation. */
final class Readings {
  private Readings() {}

  /** Of x = sqrt 2, about 1.41: without the rest; of x, about 1.41: x = 1.41. */
  static MathNode beforeAbout(MathNode node) {
    if (!(node instanceof MathNode.Chain chain)) {
      return node;
    }
    int about = chain.relations().indexOf(Relation.ABOUT);
    if (about < 0) {
      return node;
    }
    if (about == 0) {
      return chain.members().get(0) instanceof MathNode.Name
          ? new MathNode.Chain(chain.members().subList(0, 2), List.of(Relation.EQUAL))
          : chain.members().get(0);
    }
    return new MathNode.Chain(
        chain.members().subList(0, about + 1), chain.relations().subList(0, about));
  }

  /** Of x in S the set. */
  static MathNode withoutElement(MathNode node) {
    boolean element =
        node instanceof MathNode.Chain chain
            && chain.relations().equals(List.of(Relation.IN))
            && chain.members().get(0) instanceof MathNode.Name
            && !Scalars.isScalar(chain.members().get(1));
    return element ? ((MathNode.Chain) node).members().get(1) : node;
  }

  /** Of x = v, where the reference is no relation, v; all else as it is. */
  static MathNode valueFor(MathNode reference, MathNode answer) {
    if (!(answer instanceof MathNode.Chain chain) || !isEquality(chain)) {
      return answer;
    }
    MathNode first = chain.members().get(0);
    MathNode last = chain.members().get(chain.members().size() - 1);
    if (last instanceof MathNode.Name && Constants.isConstant(first)) {
      return first;
    }
    boolean named = isNamed(first) || isSumOfNames(first) || Constants.isConstant(first);
    return named && !reference.equals(answer) ? last : answer;
  }

  static boolean isEquality(MathNode.Chain chain) {
    return chain.relations().stream().allMatch(relation -> relation == Relation.EQUAL);
  }

  /** What one gives a value: x, f(3), AB, |z|, sin t. */
  static boolean isNamed(MathNode node) {
    if (node instanceof MathNode.Name || node instanceof MathNode.Opaque) {
      return true;
    }
    if (node instanceof MathNode.Product product) {
      return product.factors().stream().allMatch(factor -> factor instanceof MathNode.Name);
    }
    return node instanceof MathNode.Call call
        && call.arguments().size() == 1
        && call.function() != MathFunction.FACTORIAL
        && call.function() != MathFunction.SQRT
        && isNamed(call.arguments().get(0));
  }

  private static boolean isSumOfNames(MathNode node) {
    return node instanceof MathNode.Sum sum
        && sum.terms().stream().allMatch(term -> term instanceof MathNode.Name);
  }
}
