package org.galton.task.judge.math.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.MathConstant;
import org.galton.task.judge.math.tree.MathFunction;
import org.galton.task.judge.math.tree.MathNode;

/** Replaces every part whose value is an exact fraction by that fraction, from the leaves up. */
public final class Folding {
  private static final int MOST_CHOSEN = 20;

  private Folding() {}

  /** The same value; what is too large for exact arithmetic stays as it is written. */
  public static MathNode fold(MathNode node) {
    if (node instanceof MathNode.Literal literal) {
      return literal.shown() == 0 ? literal : number(literal.value());
    } else if (node instanceof MathNode.Sum sum) {
      return sum(folded(sum.terms()));
    } else if (node instanceof MathNode.Product product) {
      return product(folded(product.factors()));
    } else if (node instanceof MathNode.Negative negative) {
      MathNode of = fold(negative.of());
      return of instanceof MathNode.Literal literal
          ? number(literal.value().negate())
          : new MathNode.Negative(of);
    } else if (node instanceof MathNode.Quotient quotient) {
      return quotient(fold(quotient.above()), fold(quotient.below()));
    } else if (node instanceof MathNode.Power power) {
      return power(fold(power.base()), fold(power.exponent()));
    } else if (node instanceof MathNode.Call call) {
      return call(call.function(), folded(call.arguments()));
    } else if (node instanceof MathNode.Opaque opaque) {
      return new MathNode.Opaque(opaque.name(), folded(opaque.arguments()));
    }
    return node;
  }

  private static List<MathNode> folded(List<MathNode> nodes) {
    List<MathNode> folded = new ArrayList<>(nodes.size());
    for (MathNode node : nodes) {
      folded.add(fold(node));
    }
    return folded;
  }

  private static MathNode.Literal number(BigFraction value) {
    return new MathNode.Literal(value, 0, 0);
  }

  private static MathNode sum(List<MathNode> terms) {
    BigFraction sum = BigFraction.ZERO;
    List<MathNode> rest = new ArrayList<>();
    for (MathNode term : terms) {
      Optional<BigFraction> next =
          term instanceof MathNode.Literal literal
              ? ExactFraction.sum(sum, literal.value())
              : Optional.empty();
      if (next.isPresent()) {
        sum = next.get();
      } else {
        rest.add(term);
      }
    }
    if (rest.isEmpty()) {
      return number(sum);
    }
    if (sum.compareTo(BigFraction.ZERO) != 0) {
      rest.add(number(sum));
    }
    return rest.size() == 1 ? rest.get(0) : new MathNode.Sum(List.copyOf(rest));
  }

  /** A factor 0 does not make 0 of the others, which may have no value. */
  private static MathNode product(List<MathNode> factors) {
    BigFraction product = BigFraction.ONE;
    List<MathNode> rest = new ArrayList<>();
    for (MathNode factor : factors) {
      Optional<BigFraction> next =
          factor instanceof MathNode.Literal literal
              ? ExactFraction.of(BigFraction::multiply, product, literal.value())
              : Optional.empty();
      if (next.isPresent()) {
        product = next.get();
      } else {
        rest.add(factor);
      }
    }
    if (rest.isEmpty()) {
      return number(product);
    }
    if (!product.equals(BigFraction.ONE)) {
      rest.add(0, number(product));
    }
    return rest.size() == 1 ? rest.get(0) : new MathNode.Product(List.copyOf(rest));
  }

  private static MathNode quotient(MathNode above, MathNode below) {
    if (below instanceof MathNode.Literal divisor
        && divisor.value().compareTo(BigFraction.ZERO) != 0) {
      if (divisor.value().equals(BigFraction.ONE)) {
        return above;
      }
      if (above instanceof MathNode.Literal number) {
        Optional<BigFraction> value =
            ExactFraction.of(BigFraction::divide, number.value(), divisor.value());
        if (value.isPresent()) {
          return number(value.get());
        }
      }
    }
    return new MathNode.Quotient(above, below);
  }

  private static MathNode power(MathNode base, MathNode exponent) {
    MathNode as = new MathNode.Power(base, exponent);
    if (!(exponent instanceof MathNode.Literal power)) {
      return as;
    }
    if (power.value().equals(BigFraction.ONE)) {
      return base;
    }
    if (base instanceof MathNode.Literal number) {
      return ExactFraction.power(number.value(), power.value())
          .<MathNode>map(Folding::number)
          .orElse(as);
    }
    boolean imaginary =
        base instanceof MathNode.Constant constant && constant.constant() == MathConstant.I;
    if (imaginary && power.value().getDenominator().equals(BigInteger.ONE)) {
      return imaginary(power.value().getNumerator().mod(BigInteger.valueOf(4)).intValue());
    }
    return as;
  }

  private static MathNode imaginary(int power) {
    MathNode i = new MathNode.Constant(MathConstant.I);
    return switch (power) {
      case 0 -> number(BigFraction.ONE);
      case 1 -> i;
      case 2 -> number(BigFraction.MINUS_ONE);
      default -> new MathNode.Negative(i);
    };
  }

  private static MathNode call(MathFunction function, List<MathNode> arguments) {
    MathNode.Call as = new MathNode.Call(function, List.copyOf(arguments));
    List<BigFraction> values = new ArrayList<>();
    for (MathNode argument : arguments) {
      if (argument instanceof MathNode.Literal literal) {
        values.add(literal.value());
      }
    }
    if (values.size() == arguments.size()) {
      return ExactFraction.call(function, values).<MathNode>map(Folding::number).orElse(as);
    }
    return function == MathFunction.BINOMIAL ? chosen(as) : as;
  }

  /** n choose 3 is a polynomial in n. */
  private static MathNode chosen(MathNode.Call binomial) {
    boolean small =
        binomial.arguments().get(1) instanceof MathNode.Literal k
            && k.value().getDenominator().equals(BigInteger.ONE)
            && k.value().getNumerator().signum() > 0
            && k.value().getNumerator().bitLength() < 6
            && k.value().intValue() <= MOST_CHOSEN;
    if (!small) {
      return binomial;
    }
    int k = ((MathNode.Literal) binomial.arguments().get(1)).value().intValue();
    MathNode n = binomial.arguments().get(0);
    List<MathNode> factors = new ArrayList<>();
    BigInteger below = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      factors.add(i == 0 ? n : new MathNode.Sum(List.of(n, number(new BigFraction(-i)))));
      below = below.multiply(BigInteger.valueOf(i + 1L));
    }
    factors.add(number(new BigFraction(BigInteger.ONE, below)));
    return product(factors);
  }
}
