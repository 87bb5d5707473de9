package org.galton.task.judge.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MathRulesTest {
  private static final MathRules DEFAULTS = MathRules.withDefaults();

  private static boolean isRight(String reference, String answer, MathRules rules) {
    return new JudgedPair(reference, answer).decide(rules).equal();
  }

  @Test
  void toleranceIsInclusiveAndReplacesTheDigits() {
    MathRules rules = DEFAULTS.withTolerance(new BigDecimal("0.01"), BigDecimal.ZERO);
    assertThat(isRight("0.5", "0.51", rules)).isTrue();
    assertThat(isRight("0.5", "0.5100001", rules)).isFalse();
    assertThat(isRight("\\pi", "3.14", rules)).isTrue();
    assertThat(isRight("\\pi", "3.12", rules)).isFalse();
    assertThat(isRight("x", "x+0.001", rules)).isFalse();
  }

  @Test
  void relativeToleranceIsAShareOfTheReference() {
    MathRules rules = DEFAULTS.withTolerance(BigDecimal.ZERO, new BigDecimal("0.01"));
    assertThat(isRight("200", "202", rules)).isTrue();
    assertThat(isRight("200", "202.1", rules)).isFalse();
    assertThat(isRight("0", "0.0001", rules)).isFalse();
  }

  @Test
  void digitsAreThoseThatADecimalMustShow() {
    assertThat(isRight("1/3", "0.333", DEFAULTS.withDigits(3))).isTrue();
    assertThat(isRight("1/3", "0.33", DEFAULTS.withDigits(3))).isFalse();
    assertThat(isRight("1/3", "0.333333333", DEFAULTS.withDigits(MathRules.EXACT))).isFalse();
    assertThat(isRight("2/3", "0.666667", DEFAULTS)).isTrue();
    assertThat(isRight("2/3", "0.666666", DEFAULTS)).isTrue();
    assertThat(isRight("2/3", "0.666668", DEFAULTS)).isFalse();
  }

  @Test
  void exactPercentIsAHundredth() {
    MathRules exact = DEFAULTS.with(MathRules.Percent.EXACT);
    assertThat(isRight("24\\%", "24", exact)).isFalse();
    assertThat(isRight("24\\%", "0.24", exact)).isTrue();
    assertThat(isRight("24", "24\\%", exact)).isFalse();
  }

  @Test
  void exactUnitsMayNotBeMissing() {
    MathRules exact = DEFAULTS.with(MathRules.Units.EXACT);
    assertThat(isRight("24\\text{ kg}", "24", exact)).isFalse();
    assertThat(isRight("24\\text{ kg}", "24000 g", exact)).isTrue();
    assertThat(isRight("24", "24\\text{ kg}", exact)).isFalse();
    assertThat(isRight("24", "24^\\circ", exact)).isTrue();
  }

  @Test
  void looseBracketsOfAnyKindAreTaken() {
    MathRules loose = DEFAULTS.with(MathRules.Brackets.LOOSE);
    assertThat(isRight("\\{1,4\\}", "(4,1)", loose)).isTrue();
    assertThat(isRight("(1,4)", "\\{1,4\\}", loose)).isTrue();
    assertThat(isRight("(1,4)", "\\{4,1\\}", loose)).isFalse();
  }

  @Test
  void namesThatTheTaskCallsLettersAreNoConstants() {
    MathNotation letters = MathNotation.ofReferences().withLetters(Set.of("e"));
    MathAnswer reference = MathReader.whole("2e", letters).orElseThrow();
    MathAnswer answer = MathReader.whole("e+e", letters.forAnswersTo(reference)).orElseThrow();
    assertThat(answer.isNumber()).isFalse();
    assertThat(MathEquality.decide(reference, answer, DEFAULTS).equal()).isTrue();
  }

  @Test
  void thePrefixEndsWhereMathematicsDoes() {
    assertThat(end("21, from 3 rows of 7")).isEqualTo(2);
    assertThat(end("21 apples")).isEqualTo(2);
    assertThat(end("24\\text{ cm}^2 in all")).isEqualTo("24\\text{ cm}^2".length());
    assertThat(end("3 and 8. Then")).isEqualTo(7);
    assertThat(end("x^2 + 1 because")).isEqualTo(7);
    assertThat(end("x^2 + because")).isEqualTo(3);
    assertThat(end("apples")).isEqualTo(-1);
    assertThat(end("7 3")).isEqualTo(-1);
    assertThat(end("1/2x")).isEqualTo(-1);
  }

  private static int end(String text) {
    return MathReader.prefix(text, MathNotation.ofReferences()).map(MathPrefix::end).orElse(-1);
  }

  @Test
  void howIsShort() {
    assertThat(new JudgedPair("3/4", "0.75").decide(DEFAULTS).how())
        .isEqualTo("0.75 = 0.75, as rational numbers");
    assertThat(new JudgedPair("9".repeat(250), "1").decide(DEFAULTS).how()).hasSizeLessThan(200);
  }

  @Test
  void negativeTolerancesAreInvalid() {
    assertThatThrownBy(() -> DEFAULTS.withTolerance(BigDecimal.valueOf(-1), BigDecimal.ZERO))
        .hasMessage("Invalid tolerance -1: expected 0 or more");
    assertThatThrownBy(() -> DEFAULTS.withDigits(-1))
        .hasMessage("Invalid digits -1: expected a number from 1 on, or 0 for exact");
  }
}
