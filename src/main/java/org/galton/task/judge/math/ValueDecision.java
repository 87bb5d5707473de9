package org.galton.task.judge.math;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Scalars;
import org.galton.task.judge.math.value.ConstantValue;
import org.galton.task.judge.math.value.NormalText;
import org.galton.task.judge.math.value.ScalarEquality;
import org.galton.task.judge.math.value.ScalarVerdict;

/** Compares two expressions: by value, within a tolerance, or as a decimal of another value. */
final class ValueDecision {
  private static final int TOLERANCE_DIGITS = 60;
  private static final int SHOWN = 40;

  private final Deciding deciding;

  ValueDecision(Deciding deciding) {
    this.deciding = deciding;
  }

  MathDecision same(MathNode reference, MathNode answer) {
    if (Scalars.isInfinite(reference) || Scalars.isInfinite(answer)) {
      return decision(reference.equals(answer), reference, answer, "as infinity");
    }
    MathNode right = deciding.folded(reference);
    MathNode given = deciding.folded(answer);
    MathRules rules = deciding.rules();
    if (rules.hasTolerance() && Constants.isConstant(right) && Constants.isConstant(given)) {
      return decision(isNear(right, given), right, given, "within the tolerance");
    }
    ScalarVerdict verdict = ScalarEquality.of(right, given, deciding.work());
    if (!verdict.equal() && !rules.hasTolerance() && rules.digits() > 0) {
      String stands = "as a decimal of the other";
      if (standsFor(Scalars.signed(answer), right) || standsFor(Scalars.signed(reference), given)) {
        return decision(true, right, given, stands);
      }
    }
    return decision(verdict.equal(), right, given, verdict.how());
  }

  MathDecision ratios(List<MathNode> reference, List<MathNode> answer) {
    boolean equal = reference.size() == answer.size();
    for (int i = 1; i < reference.size() && equal; i++) {
      MathNode left = new MathNode.Product(List.of(reference.get(0), answer.get(i)));
      MathNode right = new MathNode.Product(List.of(answer.get(0), reference.get(i)));
      equal =
          ScalarEquality.of(deciding.folded(left), deciding.folded(right), deciding.work()).equal();
    }
    return equal ? MathDecision.equal("as ratios") : MathDecision.unequal("as ratios");
  }

  private boolean isNear(MathNode right, MathNode given) {
    MathRules rules = deciding.rules();
    Optional<BigDecimal> r = real(right);
    Optional<BigDecimal> a = real(given);
    if (r.isEmpty() || a.isEmpty()) {
      return right.equals(given);
    }
    if (right instanceof MathNode.Literal exact && given instanceof MathNode.Literal other) {
      BigFraction most = largest(rules, exact.value().abs());
      return exact.value().subtract(other.value()).abs().compareTo(most) <= 0;
    }
    BigDecimal most = rules.tolerance().max(rules.relative().multiply(r.get().abs()));
    return r.get().subtract(a.get()).abs().compareTo(most) <= 0;
  }

  private static BigFraction largest(MathRules rules, BigFraction size) {
    BigFraction absolute = DecimalLiteral.fraction(rules.tolerance());
    BigFraction relative = DecimalLiteral.fraction(rules.relative()).multiply(size);
    return absolute.compareTo(relative) >= 0 ? absolute : relative;
  }

  private Optional<BigDecimal> real(MathNode node) {
    return ConstantValue.real(node, TOLERANCE_DIGITS, deciding.work());
  }

  /** Whether a decimal shows enough digits and is the value, rounded or cut at its last digit. */
  private boolean standsFor(MathNode.Literal decimal, MathNode value) {
    if (decimal == null
        || decimal.shown() < deciding.rules().digits()
        || !Constants.isConstant(value)) {
      return false;
    }
    if (value instanceof MathNode.Literal exact) {
      return DecimalLiteral.standsFor(decimal, exact.value());
    }
    return ConstantValue.real(value, TOLERANCE_DIGITS + decimal.shown(), deciding.work())
        .filter(decimals -> DecimalLiteral.standsFor(decimal, decimals))
        .isPresent();
  }

  private static MathDecision decision(boolean equal, MathNode right, MathNode given, String how) {
    String text =
        right instanceof MathNode.Literal || given instanceof MathNode.Literal
            ? shown(given) + (equal ? " = " : " is not ") + shown(right) + ", " + how
            : (equal ? "equal " : "not equal ") + how;
    return new MathDecision(equal, text);
  }

  private static String shown(MathNode node) {
    if (!(node instanceof MathNode.Literal literal)) {
      return "the expression";
    }
    String text = NormalText.of(literal.value());
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
