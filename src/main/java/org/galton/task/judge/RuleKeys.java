package org.galton.task.judge;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.judge.math.MathRules;
import org.galton.task.judge.math.MathRules.Brackets;
import org.galton.task.judge.math.MathRules.Percent;
import org.galton.task.judge.math.MathRules.Units;

/** The keys of {@link MathRules}, in specs and in scorers. */
final class RuleKeys {
  private static final String EXACT = "exact";
  private static final int MOST_DIGITS = 100;

  private static final ValueType<BigDecimal> DECIMAL =
      new ValueType<>(
          "a decimal number such as 0.01", BigDecimal.ZERO, List.of(), RuleKeys::decimal);

  private static final ValueType<Integer> DIGITS =
      new ValueType<>(
          "a whole number from 1 to 100, or exact", 1, List.of(EXACT), RuleKeys::digits);

  private RuleKeys() {}

  /** All but the kinds of brackets. */
  static MathRules read(Section section) {
    MathRules defaults = MathRules.withDefaults();
    BigDecimal tolerance = section.value("tolerance", DECIMAL, defaults.tolerance());
    BigDecimal relative = section.value("relative", DECIMAL, defaults.relative());
    return defaults
        .withTolerance(tolerance, relative)
        .withDigits(section.value("digits", DIGITS, defaults.digits()))
        .with(section.value("percent", ValueType.constant(Percent.class), defaults.percent()))
        .with(section.value("units", ValueType.constant(Units.class), defaults.units()));
  }

  static MathRules readBrackets(Section section, MathRules rules) {
    return rules.with(
        section.value("brackets", ValueType.constant(Brackets.class), rules.brackets()));
  }

  static Map<String, Object> written(MathRules rules) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("tolerance", rules.tolerance().toPlainString());
    keys.put("relative", rules.relative().toPlainString());
    keys.put("digits", shown(rules));
    keys.put("percent", ValueType.written(rules.percent()));
    keys.put("units", ValueType.written(rules.units()));
    return keys;
  }

  static String scorer(MathRules rules) {
    return "tolerance=%s,relative=%s,digits=%s,percent=%s,units=%s"
        .formatted(
            rules.tolerance().toPlainString(),
            rules.relative().toPlainString(),
            shown(rules),
            ValueType.written(rules.percent()),
            ValueType.written(rules.units()));
  }

  private static String shown(MathRules rules) {
    return rules.digits() == MathRules.EXACT ? EXACT : String.valueOf(rules.digits());
  }

  private static Optional<Integer> digits(String text) {
    return text.equals(EXACT)
        ? Optional.of(MathRules.EXACT)
        : Optional.of(text)
            .filter(t -> t.matches("[0-9]{1,3}"))
            .map(Integer::valueOf)
            .filter(n -> n > 0 && n <= MOST_DIGITS);
  }

  /** No exponent: it would let a few letters stand for a number of any length. */
  private static Optional<BigDecimal> decimal(String text) {
    return Optional.of(text)
        .filter(t -> t.matches("[0-9]{1,20}(\\.[0-9]{1,20})?"))
        .map(BigDecimal::new);
  }
}
