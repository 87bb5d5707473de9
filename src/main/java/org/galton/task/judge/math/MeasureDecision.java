package org.galton.task.judge.math;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.parse.MathParser;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Measure;
import org.galton.task.judge.math.tree.Scalars;

/** Compares numbers of which one or both have a unit, a currency or the sign of percent. */
final class MeasureDecision {
  private static final BigFraction HUNDREDTH = new BigFraction(1, 100);

  private final Deciding deciding;
  private final ValueDecision values;

  MeasureDecision(Deciding deciding, ValueDecision values) {
    this.deciding = deciding;
    this.values = values;
  }

  MathDecision decide(MathNode reference, MathNode answer) {
    MathNode right = reference;
    MathNode given = answer;
    if (Constants.isConstant(right)) {
      given = withUnit(given);
    } else if (given instanceof MathNode.Measured) {
      right = withUnit(right);
    }
    boolean bothPlain = Scalars.isScalar(right) && Scalars.isScalar(given);
    if (bothPlain) {
      return values.same(right, given);
    }
    Measure rightUnit = right instanceof MathNode.Measured measured ? measured.measure() : null;
    Measure givenUnit = given instanceof MathNode.Measured measured ? measured.measure() : null;
    if (isPercent(rightUnit) || isPercent(givenUnit)) {
      return percent(right, given);
    }
    if (rightUnit != null && givenUnit != null) {
      return units(rightUnit, givenUnit, value(right), value(given));
    }
    boolean degrees = kind(rightUnit, givenUnit) == Measure.Kind.DEGREE;
    return deciding.rules().units() == MathRules.Units.LENIENT || degrees
        ? values.same(value(right), value(given))
        : MathDecision.unequal("one of them has no unit");
  }

  private static Measure.Kind kind(Measure right, Measure given) {
    return right == null ? given.kind() : right.kind();
  }

  /** 24m, with the letter of a unit right behind the number, is 24 metres as well. */
  private static MathNode withUnit(MathNode node) {
    boolean one =
        node instanceof MathNode.Product product
            && product.factors().size() == 2
            && product.factors().get(0) instanceof MathNode.Literal
            && product.factors().get(1) instanceof MathNode.Name;
    if (!one) {
      return node;
    }
    List<MathNode> factors = ((MathNode.Product) node).factors();
    return MathParser.unit(((MathNode.Name) factors.get(1)).text())
        .filter(unit -> unit.kind() == Measure.Kind.UNIT)
        .<MathNode>map(unit -> new MathNode.Measured(factors.get(0), unit))
        .orElse(node);
  }

  private MathDecision units(Measure right, Measure given, MathNode r, MathNode a) {
    if (!right.isLike(given)) {
      return MathDecision.unequal("in other units");
    }
    if (right.factor().equals(given.factor())) {
      return values.same(r, a);
    }
    return values.same(Scalars.times(right.factor(), r), Scalars.times(given.factor(), a));
  }

  /** n% is n/100; leniently, where exactly one side has the sign, also n. */
  private MathDecision percent(MathNode right, MathNode given) {
    boolean both = right instanceof MathNode.Measured && given instanceof MathNode.Measured;
    if (both) {
      boolean percents =
          isPercent(((MathNode.Measured) right).measure())
              && isPercent(((MathNode.Measured) given).measure());
      return percents
          ? values.same(value(right), value(given))
          : MathDecision.unequal("percent beside a unit");
    }
    MathDecision share = values.same(share(right), share(given));
    return share.equal() || deciding.rules().percent() == MathRules.Percent.EXACT
        ? share
        : values.same(value(right), value(given));
  }

  private static boolean isPercent(Measure measure) {
    return measure != null && measure.kind() == Measure.Kind.PERCENT;
  }

  private static MathNode value(MathNode node) {
    return node instanceof MathNode.Measured measured ? measured.value() : node;
  }

  /** A decimal keeps the place of its last digit. */
  private static MathNode share(MathNode node) {
    if (!(node instanceof MathNode.Measured measured)) {
      return node;
    }
    MathNode.Literal literal = Scalars.signed(measured.value());
    return literal == null
        ? Scalars.times(HUNDREDTH, measured.value())
        : new MathNode.Literal(
            literal.value().multiply(HUNDREDTH),
            literal.shown(),
            literal.shown() == 0 ? 0 : literal.scale() + 2);
  }
}
