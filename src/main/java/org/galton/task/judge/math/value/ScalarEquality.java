package org.galton.task.judge.math.value;

import java.math.BigDecimal;
import java.util.Optional;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathConstant;
import org.galton.task.judge.math.tree.MathNode;

/**
 * Whether two folded expressions have one value: exact fractions, constants at 50, 100 and 200
 * digits, rational functions at four points modulo four primes of 50 bits (Zippel 1979, Schwartz
 * 1980: two that differ agree by chance with a probability of at most (degree / 2^49)^4), all
 * others in decimals at twelve points or more.
 */
public final class ScalarEquality {
  private static final int[] DIGITS = {50, 100, 200};
  private static final int RATIONAL_STEPS = 30;
  private static final BigDecimal WIDTH = new BigDecimal("1e-40");

  private ScalarEquality() {}

  public static ScalarVerdict of(MathNode a, MathNode b, Work work) {
    try {
      return decided(a, b, work);
    } catch (NoValue e) {
      return new ScalarVerdict(false, "not decided within the bounds");
    }
  }

  private static ScalarVerdict decided(MathNode a, MathNode b, Work work) {
    work.spend(1);
    if (a instanceof MathNode.Literal first && b instanceof MathNode.Literal second) {
      boolean equal = first.value().equals(second.value());
      return new ScalarVerdict(equal, "as rational numbers");
    }
    if (a.equals(b)) {
      return new ScalarVerdict(true, "in the same form");
    }
    boolean constant = Constants.isConstant(a) && Constants.isConstant(b);
    boolean rational = Residues.isRational(a) && Residues.isRational(b);
    if (rational) {
      work.spend(RATIONAL_STEPS);
      boolean equal = ResidueEquality.of(a, b);
      if (equal || !constant) {
        return new ScalarVerdict(equal, "as rational functions at 4 points");
      }
    }
    Branch branch =
        Constants.has(a, MathConstant.I) || Constants.has(b, MathConstant.I)
            ? Branch.PRINCIPAL
            : Branch.REAL;
    return constant ? constants(a, b, branch, work) : SampledEquality.of(a, b, branch, work);
  }

  private static ScalarVerdict constants(MathNode a, MathNode b, Branch branch, Work work) {
    for (int digits : DIGITS) {
      Optional<ConstantValue> first = ConstantValue.of(a, digits, branch, work);
      Optional<ConstantValue> second = ConstantValue.of(b, digits, branch, work);
      if ((first.isEmpty() || second.isEmpty()) && branch == Branch.REAL) {
        return constants(a, b, Branch.PRINCIPAL, work);
      }
      if (first.isEmpty() || second.isEmpty()) {
        return new ScalarVerdict(false, "one of them has no value that can be computed");
      }
      BigDecimal error = first.get().error().add(second.get().error());
      if (distance(first.get(), second.get()).compareTo(error) > 0) {
        return new ScalarVerdict(false, "at " + digits + " digits");
      }
      if (digits == DIGITS[DIGITS.length - 1]) {
        return new ScalarVerdict(error.compareTo(WIDTH) < 0, "at " + digits + " digits");
      }
    }
    throw new IllegalStateException("No digits to compare at");
  }

  private static BigDecimal distance(ConstantValue a, ConstantValue b) {
    return a.value()
        .re()
        .subtract(b.value().re())
        .abs()
        .max(a.value().im().subtract(b.value().im()).abs());
  }
}
