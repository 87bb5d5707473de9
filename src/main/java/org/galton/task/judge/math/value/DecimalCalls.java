package org.galton.task.judge.math.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.galton.task.judge.math.tree.MathFunction;
import org.galton.task.judge.math.tree.MathNode;

/** Functions in decimals; those that need a real argument have no value at others. */
final class DecimalCalls {
  private static final int FUNCTION_STEPS = 30;
  private static final int DIGITS_OF_STEPS = 50;
  private static final int SHOWN_DIGITS = 30;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);

  private final RealFunctions functions;
  private final DecimalEvaluator evaluator;
  private final MathContext context;
  private final Work work;
  private int angles;

  DecimalCalls(RealFunctions functions, DecimalEvaluator evaluator, Work work) {
    this.functions = functions;
    this.evaluator = evaluator;
    this.context = functions.context();
    this.work = work;
  }

  ComplexDecimal value(MathNode.Call call) {
    work.spend(FUNCTION_STEPS * context.getPrecision() / DIGITS_OF_STEPS);
    if (call.function().isOfAngle()) {
      angles++;
    }
    List<ComplexDecimal> arguments = new ArrayList<>();
    for (MathNode argument : call.arguments()) {
      arguments.add(evaluator.value(argument));
    }
    if (call.function().isOfAngle()) {
      angles--;
    }
    ComplexDecimal first = arguments.get(0);
    return switch (call.function()) {
      case SQRT -> sqrt(first);
      case ROOT -> root(first, arguments.get(1));
      case EXP -> exp(first);
      case LN -> ln(first);
      case ABS -> absolute(first);
      case FACTORIAL, BINOMIAL -> unknown(call.function().name(), call.arguments());
      default -> ComplexDecimal.real(real(call.function(), arguments));
    };
  }

  private BigDecimal real(MathFunction function, List<ComplexDecimal> arguments) {
    if (!arguments.stream().allMatch(ComplexDecimal::isReal)) {
      throw NoValue.here();
    }
    BigDecimal x = arguments.get(0).re();
    return switch (function) {
      case LOG, LG -> logarithm(arguments);
      case SIN -> functions.sin(x);
      case COS -> functions.cos(x);
      case TAN -> quotient(functions.sin(x), functions.cos(x));
      case COT -> quotient(functions.cos(x), functions.sin(x));
      case SEC -> quotient(BigDecimal.ONE, functions.cos(x));
      case CSC -> quotient(BigDecimal.ONE, functions.sin(x));
      case ARCTAN -> functions.atan(x);
      case ARCSIN -> arcsine(x);
      case ARCCOS -> functions.pi().divide(TWO, context).subtract(arcsine(x), context);
      case SINH -> hyperbolic(x, -1).divide(TWO, context);
      case COSH -> hyperbolic(x, 1).divide(TWO, context);
      case TANH -> quotient(hyperbolic(x, -1), hyperbolic(x, 1));
      case FLOOR -> x.setScale(0, RoundingMode.FLOOR);
      case CEILING -> x.setScale(0, RoundingMode.CEILING);
      case DEGREES ->
          angles > 0 ? x.multiply(functions.pi(), context).divide(HALF_TURN, context) : x;
      case MIN -> arguments.stream().map(ComplexDecimal::re).reduce(x, BigDecimal::min);
      case MAX -> arguments.stream().map(ComplexDecimal::re).reduce(x, BigDecimal::max);
      case GCD, LCM, SQRT, ROOT, EXP, LN, ABS, FACTORIAL, BINOMIAL -> throw NoValue.here();
    };
  }

  private BigDecimal quotient(BigDecimal above, BigDecimal below) {
    if (below.signum() == 0) {
      throw NoValue.here();
    }
    return above.divide(below, context);
  }

  /** To the base ten, or to the first argument. */
  private BigDecimal logarithm(List<ComplexDecimal> arguments) {
    BigDecimal base = arguments.size() == 1 ? BigDecimal.TEN : arguments.get(0).re();
    BigDecimal of = arguments.get(arguments.size() - 1).re();
    return quotient(functions.ln(of), functions.ln(base));
  }

  private BigDecimal arcsine(BigDecimal x) {
    BigDecimal rest = BigDecimal.ONE.subtract(x.multiply(x, context), context);
    if (rest.signum() < 0) {
      throw NoValue.here();
    }
    if (rest.signum() == 0) {
      return functions.pi().divide(TWO, context).multiply(BigDecimal.valueOf(x.signum()));
    }
    return functions.atan(x.divide(functions.sqrt(rest), context));
  }

  private BigDecimal hyperbolic(BigDecimal x, int sign) {
    BigDecimal up = functions.exp(x);
    BigDecimal down = BigDecimal.ONE.divide(up, context);
    return sign > 0 ? up.add(down, context) : up.subtract(down, context);
  }

  BigDecimal e() {
    work.spend(FUNCTION_STEPS);
    return functions.exp(BigDecimal.ONE);
  }

  ComplexDecimal exp(ComplexDecimal x) {
    work.spend(FUNCTION_STEPS * context.getPrecision() / DIGITS_OF_STEPS);
    ComplexDecimal size = ComplexDecimal.real(functions.exp(x.re()));
    if (x.isReal()) {
      return size;
    }
    ComplexDecimal turn = new ComplexDecimal(functions.cos(x.im()), functions.sin(x.im()));
    return size.times(turn, context);
  }

  /** Of a negative number a value only on the principal branch. */
  ComplexDecimal ln(ComplexDecimal x) {
    work.spend(FUNCTION_STEPS * context.getPrecision() / DIGITS_OF_STEPS);
    if (x.isReal() && (x.re().signum() > 0 || evaluator.branch() == Branch.REAL)) {
      return ComplexDecimal.real(functions.ln(x.re()));
    }
    if (x.isZero()) {
      throw NoValue.here();
    }
    BigDecimal size = functions.ln(x.square(context)).divide(TWO, context);
    return new ComplexDecimal(size, argument(x));
  }

  private BigDecimal argument(ComplexDecimal x) {
    if (x.re().signum() == 0) {
      return functions.pi().divide(TWO, context).multiply(BigDecimal.valueOf(x.im().signum()));
    }
    BigDecimal angle = functions.atan(x.im().divide(x.re(), context));
    if (x.re().signum() > 0) {
      return angle;
    }
    return x.im().signum() < 0
        ? angle.subtract(functions.pi(), context)
        : angle.add(functions.pi(), context);
  }

  private ComplexDecimal sqrt(ComplexDecimal x) {
    if (x.isReal() && x.re().signum() >= 0) {
      return ComplexDecimal.real(functions.sqrt(x.re()));
    }
    if (x.isReal() && evaluator.branch() == Branch.PRINCIPAL) {
      return new ComplexDecimal(BigDecimal.ZERO, functions.sqrt(x.re().negate()));
    }
    if (x.isReal()) {
      throw NoValue.here();
    }
    BigDecimal size = functions.sqrt(x.square(context));
    BigDecimal re = functions.sqrt(half(size.add(x.re(), context)));
    BigDecimal im = functions.sqrt(half(size.subtract(x.re(), context)));
    return new ComplexDecimal(re, x.im().signum() < 0 ? im.negate() : im);
  }

  private BigDecimal half(BigDecimal value) {
    return value.divide(TWO, context);
  }

  private ComplexDecimal root(ComplexDecimal degree, ComplexDecimal of) {
    if (!degree.isReal() || degree.isZero()) {
      throw NoValue.here();
    }
    BigInteger whole = degree.re().toBigInteger();
    boolean odd = new BigDecimal(whole).compareTo(degree.re()) == 0 && whole.testBit(0);
    boolean negative = of.isReal() && of.re().signum() < 0;
    BigDecimal exponent = BigDecimal.ONE.divide(degree.re(), context);
    if (negative && evaluator.branch() == Branch.REAL) {
      if (!odd) {
        throw NoValue.here();
      }
      return evaluator.power(of.negate(), exponent).negate();
    }
    return evaluator.power(of, exponent);
  }

  private ComplexDecimal absolute(ComplexDecimal x) {
    return ComplexDecimal.real(x.isReal() ? x.re().abs() : functions.sqrt(x.square(context)));
  }

  /** A number that depends only on the name and on the values of the arguments. */
  ComplexDecimal unknown(String name, List<MathNode> arguments) {
    StringBuilder text = new StringBuilder(name);
    for (MathNode argument : arguments) {
      ComplexDecimal value = evaluator.value(argument);
      text.append('|').append(DecimalEvaluator.digits(value, SHOWN_DIGITS));
    }
    return ComplexDecimal.real(
        BigDecimal.valueOf(SamplePoints.hash(text.toString()) >>> 1, SHOWN_DIGITS / 2)
            .add(BigDecimal.ONE));
  }
}
