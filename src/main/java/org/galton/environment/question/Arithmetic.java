package org.galton.environment.question;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.galton.environment.Difficulty;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.Tool;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/**
 * An expression to compute, with a calculator: two numbers to 99 in 4 turns, or six numbers to
 * 9,999 in 8.
 */
public final class Arithmetic implements Environment {
  private static final Tool CALCULATOR = Tools.CALCULATOR;
  private static final String NUMBER = "[-+]?[0-9]{1,60}";

  private final Difficulty difficulty;

  public Arithmetic(Difficulty difficulty) {
    this.difficulty = difficulty;
  }

  @Override
  public String id() {
    return difficulty.of("arithmetic");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of(
        "numbers", "%d, to %,d".formatted(difficulty.choose(2, 6), difficulty.choose(99, 9_999)));
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(4, 8);
  }

  @Override
  public String task() {
    return "Compute an expression. Your answer is a whole number; the first answer counts.";
  }

  @Override
  public List<Tool> tools() {
    return List.of(CALCULATOR);
  }

  @Override
  public World start(long seed) {
    SplitMix64 chance = new SplitMix64(seed);
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < difficulty.choose(2, 6); i++) {
      expression
          .append(i == 0 ? "" : "+-*".substring(chance.nextInt(3)).substring(0, 1))
          .append(1 + chance.nextInt(difficulty.choose(99, 9_999)));
    }
    String asked = expression.toString();
    BigInteger value = new BigInteger(CALCULATOR.answer(asked));
    return new Question(
        "What is %s?".formatted(asked.replaceAll("([-+*])", " $1 ")),
        asked,
        "a whole number",
        answer -> answer.replace(",", "").matches(NUMBER),
        answer -> new BigInteger(answer.replace(",", "")).equals(value),
        tools());
  }

  /** Small numbers, and the calculator. */
  @Override
  public List<String> actions(String marks) {
    return IntStream.rangeClosed(-100, 10_000)
        .mapToObj(number -> number < -99 ? call(marks) : Integer.toString(number))
        .toList();
  }

  private static String call(String marks) {
    return CALCULATOR.name() + ": " + marks.replaceFirst("\\|.*", "");
  }

  /** Asks the calculator, and says what it says. */
  @Override
  public Policy solver() {
    return (marks, chance) -> {
      int told = marks.lastIndexOf('>');
      return told < 0 ? call(marks) : marks.substring(told + 1);
    };
  }
}
