package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Random;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericJudgeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "The temperature is \u22125 degrees.; -5",
        "x = \u20135; -5",
        "x=-5; -5",
        "Between 10\u201320 pages.; 20",
        "Half of them, so the share is 1/2.; 0.5",
        "Hence \\boxed{\\frac{3}{4}}.; 0.75",
        "We find $x = -\\dfrac{1}{4}$.; -0.25",
        "She cuts 12/2 = 6 pieces.; 6",
        "so \\frac12; 0.5",
        "a third, 1/3; 1/3",
        "2 1/3 cups; 7/3",
        "2\\frac{1}{3} cups; 7/3",
        "it is 1{,}000; 1000",
        "it is 1,000,000.5; 1000000.5",
        "it is 12,34,567; 1234567",
        "it is 1\\,000; 1000",
        "it is 1\u202f000; 1000",
        "it is 10 000 km; 10000",
        "it is 2^{10}; 1024",
        "it is $2^{-2}$; 0.25",
        "it is 2**10; 1024",
        "it is 10⁶; 1000000",
        "it is 1e3; 1000",
        "it is 1.5 \\times 10^{3}; 1500",
        "it is 6.02×10²³; 602000000000000000000000",
        "28%; 28%",
        "28 \\%; 28%",
        "5 percent; 5%",
        "some 2.5 million people; 2500000",
        "\\boxed{5 \\text{ million}}; 5000000",
        "**5**; 5",
        "- 5 apples; 5",
        "<answer>5</answer>; 5",
        "$1,234.50; 1234.5",
        "90^\\circ; 90",
        "It is 5!; 5",
        "the 5th; 5",
        "5kg; 5",
        "x = 5 (Eq. B2); 5",
        "答案是５; 5",
        "\u0665; 5",
        "\\sqrt{16} = 4; 4",
        "-0.00; 0",
        "7, not 8; 7",
        "seven; 7",
        "3 + 4 = 7 apples; 7",
      })
  void readsTheLastNumberWhole(String text, String number) {
    assertRight(NumericJudge.withDefaults(), text, number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\\sqrt{16}; 4",
        "\\sqrt2; 2^{1/2}",
        "3 sides, so \\pi; 3.141592653589793",
        "5 + 2; 7",
        "5 - 2; 3",
        "5-2; 3",
        "2 \\times 10; 20",
        "2*3; 6",
        "\\log_2 8; 3",
        "sqrt(16); 4",
        "\\frac{\\sqrt{3}}{2}; \\sqrt{3/4}",
        "1,23; 1.23",
        "2½; 2.5",
        "3 halves, ½; 0.5",
        "$5!$; 120",
      })
  void anExpressionOfNumbersIsItsValue(String text, String number) {
    assertRight(NumericJudge.withDefaults(), text, number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x^2",
        "x^2 = 4",
        "a_1",
        "3x",
        "5k",
        "f(3)",
        "\\frac{x}{2}",
        "1.2.3",
        "12:30",
        "(1,2)",
        "x > 5",
        "5 \\pm 1",
        "5 or 6",
        "10-20",
        "2x + 1",
        "NaN",
        "Infinity",
        "no number",
      })
  void whatIsNoNumberIsNoAnswer(String text) {
    Verdict verdict = judge(NumericJudge.withDefaults(), text, "5");
    assertThat(verdict.answer()).isEmpty();
    assertThat(verdict.correct()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"5 or 6; 5", "5, 6; 5", "10-20; 10", "10\u201320; 20", "2x + 1; 1", "3 of 5; 5"})
  void aListARangeOrATermBehindAMarkerIsNoNumber(String line, String part) {
    assertThat(judge(new NumericJudge("is", BigDecimal.ZERO), "it is " + line, part).correct())
        .isFalse();
  }

  @Test
  void longTextsAreReadInTheirEndOnly() {
    for (String unit :
        new String[] {
          "9", "9^", "{", "\\frac{", "1,", "1 ", "(", "-", "2**", "\\times ", "$", "="
        }) {
      String text = unit.repeat(1_000_000);
      judge(NumericJudge.withDefaults(), text + "\nso 7", "7");
      judge(NumericJudge.withDefaults(), text, "7");
      judge(new NumericJudge(unit, BigDecimal.ZERO), text, "7");
    }
    assertRight(NumericJudge.withDefaults(), "9".repeat(1_000_000) + "\nso 7", "7");
  }

  /** Whatever is read from a text is the value of the text, for texts that are one number. */
  @Test
  void plainDecimalsAreReadAsTheyAre() {
    Random random = new Random(17);
    for (int trial = 0; trial < 5_000; trial++) {
      String number =
          new BigDecimal(new BigInteger(40, random), random.nextInt(12))
              .multiply(new BigDecimal(random.nextBoolean() ? 1 : -1))
              .toPlainString();
      assertRight(NumericJudge.withDefaults(), "so " + number + ".", number);
      assertRight(NumericJudge.withDefaults(), "\\boxed{" + number + "}", number);
    }
  }

  private static void assertRight(NumericJudge judge, String text, String number) {
    Verdict verdict = judge(judge, text, number);
    assertThat(verdict.correct()).as(text + ": " + verdict).isTrue();
  }

  private static Verdict judge(NumericJudge judge, String text, String number) {
    return judge.judge(new Prompt("id", "mine", "id", "What?", number, Map.of()), text);
  }
}
