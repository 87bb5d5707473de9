package org.galton.task.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.IndexedStream;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTaskTest {
  private final CountdownTask task = CountdownTask.withDefaults();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "82 with 3 7 25 | 25*3=75 75+7=82 answer=25*3+7 | 25*3+7 | true",
        "82 with 3 7 25 | answer= 7 + 3 * 25 | 7+3*25 | true",
        "82 with 3 7 25 | answer=7+(-3)*-25 | 7+(-3)*-25 | true",
        "82 with 3 7 25 | answer=25*3+6 | 25*3+6 | false",
        "82 with 3 7 25 | answer=82 | 82 | false",
        "82 with 3 7 25 | answer=25*3+7+0 | 25*3+7+0 | false",
        "50 with 25 7 3 | answer=25+25 | 25+25 | false",
        "50 with 25 25 3 | answer=25+25 | 25+25 | true",
        "24 with 8 8 3 3 | answer=8/(3-8/3) | 8/(3-8/3) | true",
        "8 with 3 8 8 | answer=8/(8-8)+3 | 8/(8-8)+3 | false",
        "8 with 3 8 8 | answer=8/(8-8) | 8/(8-8) | false",
        "82 with 3 7 25 | answer=2 5*3+7 | '' | false",
        "82 with 3 7 25 | answer=25*3+7=82 | '' | false",
        "82 with 3 7 25 | answer=(25*3+7 | '' | false",
        "82 with 3 7 25 | answer=25*3+7) | '' | false",
        "82 with 3 7 25 | answer=+25*3+7 | '' | false",
        "82 with 3 7 25 | answer=25^3 | '' | false",
        "82 with 3 7 25 | answer=25*3+7 answer= | '' | false",
        "82 with 3 7 25 | 25*3+7 | '' | false",
      })
  void judgesTheExpressionAfterTheLastMarker(
      String reference, String completion, String answer, boolean correct) {
    Prompt prompt = new Prompt("id", "countdown", "three", "", reference, Map.of());
    assertThat(task.verify(prompt, completion))
        .isEqualTo(new Verdict(answer, correct, false, correct ? 1 : 0));
  }

  @Test
  void textAfterTheAnswersLineIsIgnored() {
    Prompt prompt = new Prompt("id", "countdown", "three", "", "82 with 3 7 25", Map.of());
    assertThat(task.verify(prompt, "answer=25*3+7\nThat was easy.").correct()).isTrue();
  }

  @Test
  void expressionsBeyondTheBoundsAreNone() {
    assertThat(ArithmeticExpression.parse("1".repeat(6))).isPresent();
    assertThat(ArithmeticExpression.parse("1".repeat(7))).isEmpty();
    assertThat(ArithmeticExpression.parse("1" + "+1".repeat(7))).isPresent();
    assertThat(ArithmeticExpression.parse("1" + "+1".repeat(8))).isEmpty();
    assertThat(ArithmeticExpression.parse("(".repeat(31) + "1" + ")".repeat(31))).isPresent();
    assertThat(ArithmeticExpression.parse("(".repeat(32) + "1" + ")".repeat(32))).isEmpty();
    assertThat(ArithmeticExpression.parse("1" + " ".repeat(199))).isPresent();
    assertThat(ArithmeticExpression.parse("1" + " ".repeat(200))).isEmpty();
  }

  @Test
  void valuesAgreeWithAnotherEvaluator() {
    for (long seed = 0; seed < 3_000; seed++) {
      IndexedStream draws = new IndexedStream(seed, "trees");
      StringBuilder text = new StringBuilder();
      BigFraction expected = tree(draws, 3, text);
      assertThat(ArithmeticExpression.parse(text.toString()).orElseThrow().value())
          .as("%s, seed %d", text, seed)
          .contains(expected);
    }
  }

  /** Writes a random fully parenthesised tree without division by zero and returns its value. */
  private static BigFraction tree(IndexedStream draws, int depth, StringBuilder text) {
    if (depth == 0) {
      int number = draws.between(1, 9);
      text.append(number);
      return new BigFraction(number);
    }
    boolean negative = draws.below(4) == 0;
    text.append(negative ? " - (" : "(");
    BigFraction left = tree(draws, depth - 1, text);
    int operation = text.length();
    text.append("+");
    BigFraction right = tree(draws, depth - 1, text);
    text.append(")");
    char symbol = "+-*/".charAt(draws.below(right.equals(BigFraction.ZERO) ? 3 : 4));
    text.setCharAt(operation, symbol);
    BigFraction value =
        switch (symbol) {
          case '+' -> left.add(right);
          case '-' -> left.subtract(right);
          case '*' -> left.multiply(right);
          default -> left.divide(right);
        };
    return negative ? value.negate() : value;
  }

  @Test
  void precedenceAndAssociativityAreTheUsualOnes() {
    assertThat(value("2+3*4")).isEqualTo(new BigFraction(14));
    assertThat(value("9-4-3")).isEqualTo(new BigFraction(2));
    assertThat(value("8/4/2")).isEqualTo(BigFraction.ONE);
    assertThat(value("8/(4/2)")).isEqualTo(new BigFraction(4));
    assertThat(value("-2*-3")).isEqualTo(new BigFraction(6));
    assertThat(value("1/3")).isEqualTo(new BigFraction(1, 3));
  }

  @Test
  void workedExamplesUseEveryNumberOnceInUsefulSteps() {
    for (long index = 0; index < 5_000; index++) {
      Trainable.WorkedExample example = task.example(4, index);
      String[] words = example.prompt().strip().split(" ");
      List<Integer> numbers = Arrays.stream(words).skip(3).map(Integer::valueOf).sorted().toList();
      String[] steps = example.completion().split(" ");
      ArithmeticExpression answer =
          ArithmeticExpression.parse(steps[steps.length - 1].substring("answer=".length()))
              .orElseThrow();
      assertThat(answer.numbers().stream().sorted()).as(example.toString()).isEqualTo(numbers);
      assertThat(steps).as(example.toString()).hasSize(numbers.size());
      assertThat(Integer.parseInt(words[1])).isBetween(1, 100).isNotIn(numbers);
      for (String step : Arrays.asList(steps).subList(0, steps.length - 1)) {
        String[] parts = step.split("[-+*/=]", -1);
        int result = Integer.parseInt(parts[2]);
        assertThat(result)
            .as(step)
            .isBetween(1, 199)
            .isNotIn(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
      }
    }
  }

  @Test
  void promptsNameNumbersAndTarget() {
    for (Prompt prompt : task.prompts(Split.TEST, 100, 2)) {
      assertThat(prompt.text()).isEqualTo("reach " + prompt.reference() + "\n");
      String[] words = prompt.reference().split(" ");
      assertThat(prompt.attributes())
          .containsEntry("target", words[0])
          .containsEntry("numbers", Integer.toString(words.length - 2));
      assertThat(prompt.cluster()).isEqualTo(prompt.id());
      int highest = words.length == 5 ? 15 : 10;
      assertThat(Arrays.stream(words).skip(2).map(Integer::valueOf))
          .allSatisfy(number -> assertThat(number).isBetween(1, highest));
    }
  }

  @Test
  void sameSeedDrawsTheSamePromptsInEveryVersion() {
    assertThat(task.prompts(Split.TEST, 4, 1).stream().map(Prompt::reference))
        .containsExactly(
            "44 with 7 11 11", "11 with 1 5 1 4", "16 with 15 15 14", "39 with 7 4 4 7");
  }

  @Test
  void unknownSizesAreRefused() {
    assertThatThrownBy(() -> CountdownOptions.defaults().withSizes(3, 5))
        .hasMessage("Invalid sizes [3, 5]: expected 3, 4 or both, none twice");
  }

  private static BigFraction value(String text) {
    return ArithmeticExpression.parse(text).orElseThrow().value().orElseThrow();
  }
}
