package org.galton.task.judge.math.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathNode;

/**
 * The text by which equal expressions are counted: a fraction, other constants to 30 digits behind
 * a tilde, an expanded polynomial, else a hash of values. An expression with functions that equals
 * a polynomial, such as the square of a root, has a hash all the same.
 */
public final class NormalText {
  private static final int SHOWN_DIGITS = 30;
  private static final int DIGITS = 80;
  private static final int HASHED_DIGITS = 25;
  private static final int POINTS = 3;
  private static final int LARGEST_RECOGNISED = 30;
  private static final MathContext POINT_DIGITS = new MathContext(300, RoundingMode.HALF_EVEN);

  private NormalText() {}

  public static String of(BigFraction value) {
    return FractionText.of(value);
  }

  /** Of a folded expression. */
  public static String of(MathNode node) {
    if (node instanceof MathNode.Literal literal) {
      return FractionText.of(literal.value());
    }
    if (Constants.isConstant(node)) {
      return constant(node);
    }
    return polynomial(node).orElseGet(() -> "expr#" + SamplePoints.hex(values(node)));
  }

  private static String constant(MathNode node) {
    Work work = Work.ofOneDecision();
    Optional<ConstantValue> value =
        ConstantValue.of(node, DIGITS, ConstantValue.branch(node), work)
            .or(() -> ConstantValue.of(node, DIGITS, Branch.PRINCIPAL, work));
    boolean precise =
        value.isPresent()
            && value.get().error().compareTo(BigDecimal.ONE.scaleByPowerOfTen(-SHOWN_DIGITS)) < 0;
    if (!precise) {
      return "expr#" + SamplePoints.hex(node.toString());
    }
    String re = part(value.get().value().re(), value.get().error());
    String im = part(value.get().value().im(), value.get().error());
    if (im.equals("0")) {
      return re;
    }
    String sign = im.startsWith("-") || im.startsWith("~-") || re.equals("0") ? "" : "+";
    String factor = im.equals("1") ? "" : im.equals("-1") ? "-" : im + "*";
    return (re.equals("0") ? "" : re) + sign + factor + "i";
  }

  private static String part(BigDecimal value, BigDecimal error) {
    if (value.abs().compareTo(error) <= 0) {
      return "0";
    }
    if (value.precision() - value.scale() < LARGEST_RECOGNISED) {
      Optional<BigFraction> fraction = ConstantValue.recognised(value);
      if (fraction.isPresent()) {
        return FractionText.of(fraction.get());
      }
    }
    MathContext shown = new MathContext(SHOWN_DIGITS, RoundingMode.HALF_EVEN);
    return "~" + value.round(shown).stripTrailingZeros();
  }

  private static Optional<String> polynomial(MathNode node) {
    try {
      return Optional.of(RationalFunction.of(node).polynomial().text());
    } catch (NoValue e) {
      return Optional.empty();
    }
  }

  private static String values(MathNode node) {
    StringBuilder text = new StringBuilder();
    boolean any = false;
    if (Residues.isRational(node)) {
      for (int point = 0; point < POINTS; point++) {
        Optional<Long> value = residue(node, point);
        any |= value.isPresent();
        text.append(value.map(Object::toString).orElse("-")).append(' ');
      }
    } else {
      Work work = Work.ofOneDecision();
      for (Map<String, BigDecimal> point :
          SamplePoints.of(new TreeSet<>(Constants.names(node)), POINT_DIGITS)) {
        Optional<String> value = decimals(node, point, work);
        any |= value.isPresent();
        text.append(value.orElse("-")).append(' ');
      }
    }
    return any ? text.toString() : node.toString();
  }

  private static Optional<Long> residue(MathNode node, int point) {
    try {
      return Optional.of(new Residues(Modulus.ALL.get(point), "normal" + point).value(node));
    } catch (NoValue e) {
      return Optional.empty();
    }
  }

  private static Optional<String> decimals(
      MathNode node, Map<String, BigDecimal> point, Work work) {
    try {
      DecimalEvaluator evaluator =
          new DecimalEvaluator(DIGITS, ConstantValue.branch(node), point, work);
      return Optional.of(DecimalEvaluator.digits(evaluator.value(node), HASHED_DIGITS));
    } catch (NoValue e) {
      return Optional.empty();
    }
  }
}
