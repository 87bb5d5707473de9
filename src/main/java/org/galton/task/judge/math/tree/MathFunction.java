package org.galton.task.judge.math.tree;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions whose values are known; the logarithm to a base has the base first. */
public enum MathFunction {
  SQRT("sqrt"),
  ROOT(""),
  LN("ln"),
  LOG("log"),
  LG("lg"),
  EXP("exp"),
  SIN("sin"),
  COS("cos"),
  TAN("tan"),
  COT("cot"),
  SEC("sec"),
  CSC("csc"),
  ARCSIN("arcsin"),
  ARCCOS("arccos"),
  ARCTAN("arctan"),
  SINH("sinh"),
  COSH("cosh"),
  TANH("tanh"),
  ABS("abs"),
  FLOOR("floor"),
  CEILING("ceil"),
  BINOMIAL(""),
  FACTORIAL(""),
  DEGREES(""),
  GCD("gcd"),
  LCM("lcm"),
  MIN("min"),
  MAX("max");

  private static final Map<String, MathFunction> NAMED =
      Stream.concat(
              Stream.of(values())
                  .filter(function -> !function.word.isEmpty())
                  .map(function -> Map.entry(function.word, function)),
              Stream.of(
                  Map.entry("asin", ARCSIN),
                  Map.entry("acos", ARCCOS),
                  Map.entry("atan", ARCTAN),
                  Map.entry("cosec", CSC),
                  Map.entry("tg", TAN),
                  Map.entry("ctg", COT),
                  Map.entry("arctg", ARCTAN)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String word;

  MathFunction(String word) {
    this.word = word;
  }

  public static Optional<MathFunction> named(String word) {
    return Optional.ofNullable(NAMED.get(word));
  }

  /** Whether the argument is an angle, so that degrees count as such. */
  public boolean isOfAngle() {
    return switch (this) {
      case SIN, COS, TAN, COT, SEC, CSC -> true;
      default -> false;
    };
  }

  /** The inverse that is written as the power -1, if there is one. */
  public Optional<MathFunction> inverse() {
    return switch (this) {
      case SIN -> Optional.of(ARCSIN);
      case COS -> Optional.of(ARCCOS);
      case TAN -> Optional.of(ARCTAN);
      default -> Optional.empty();
    };
  }
}
