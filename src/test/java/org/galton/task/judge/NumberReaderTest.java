package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReaderTest {
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
        "x^2 = 4; 4",
        "-0.00; 0",
      })
  void readsTheLastNumberWhole(String text, String number) {
    assertThat(NumberReader.last(text).map(NumericAnswer::canonical)).hasValue(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\\sqrt{16}",
        "\\sqrt2",
        "3 sides, so \\pi",
        "x^2",
        "a_1",
        "3x",
        "5k",
        "4i",
        "5 + 2",
        "5 - 2",
        "5-2",
        "2 \\times 10",
        "2*3",
        "\\log_2 8",
        "sqrt(16)",
        "f(3)",
        "\\frac{x}{2}",
        "\\frac{\\sqrt{3}}{2}",
        "1/2/3",
        "1.2.3",
        "12:30",
        "1,23",
        "(1,2)",
        "2½",
        "3 halves, ½",
        "x > 5",
        "5 \\pm 1",
        "5 or 6",
        "minus 5",
        "1e9999",
        "1/0",
        "9^{9^9}",
        "10^{999}5",
        "204_5",
        "$5!$",
        "seven",
        "NaN",
        "Infinity",
      })
  void whatIsNoWholeNumberIsNoAnswer(String text) {
    assertThat(NumberReader.last(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3 + 4 = 7 apples; 7",
        "18 apples; 18",
        "7 apples, 2 left; 7",
        "x = 5; 5",
        "\\sqrt{16} = 4; 4"
      })
  void readsTheFirstNumberOfALine(String text, String number) {
    assertThat(NumberReader.first(text).map(NumericAnswer::canonical)).hasValue(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"5 or 6", "5, 6", "10-20", "10\u201320", "3 + 4", "2x + 1"})
  void aListARangeOrATermIsNoFirstNumber(String text) {
    assertThat(NumberReader.first(text)).isEmpty();
  }

  @Test
  void longTextsAreReadInTheirEndOnly() {
    for (String unit :
        new String[] {"9", "9^", "{", "\\frac{", "1,", "1 ", "(", "-", "2**", "\\times "}) {
      String text = unit.repeat(1_000_000);
      assertThat(NumberReader.last(text + " so 7"))
          .isPresent()
          .hasValueSatisfying(n -> assertThat(n.canonical()).isEqualTo("7"));
      NumberReader.last(text);
      NumberReader.first(text);
      NumberReader.whole(text);
    }
  }

  /** Whatever is read from a text is the value of the text, for texts that are one number. */
  @Test
  void plainDecimalsAreReadAsTheyAre() {
    Random random = new Random(17);
    for (int trial = 0; trial < 20_000; trial++) {
      String number =
          new BigDecimal(new BigInteger(40, random), random.nextInt(12))
              .multiply(new BigDecimal(random.nextBoolean() ? 1 : -1))
              .toPlainString();
      String expected = NumericAnswer.of(new BigDecimal(number)).canonical();
      assertThat(NumberReader.last("so " + number + ".").map(NumericAnswer::canonical))
          .hasValue(expected);
      assertThat(NumberReader.whole(number).map(NumericAnswer::canonical)).hasValue(expected);
    }
  }
}
