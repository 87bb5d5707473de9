package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of which a reader could not say that they are the answer, beside some that are. */
final class DoubtfulAnswersTest {

  /** Neither number is taken: one of two would be right by chance. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "10 apples left after 3 days",
        "So there are 10 apples left after 3 days.",
        "He needs 10 liters per 3 rooms",
        "Es bleiben 10 Äpfel nach 3 Tagen.",
        "Il reste 10 pommes après 3 jours.",
        "10 apples, 3 pears",
        "He has 10 apples, 3 pears.",
        "Answer: 10 apples, 3 pears",
        "The answer is 10 apples, 3 pears.",
        "Hence $x = \\frac{10}{\\boxed{3}}$",
        "\\frac{10}{\\boxed{3}}",
        "\\dfrac{\\boxed{10}}{3}",
        "\\sqrt{\\boxed{10}} and \\sqrt[3]{\\boxed{3}}",
        "10^{\\boxed{3}}",
      })
  void noneIsFoundWhereTwoAreAsGood(String completion) {
    for (String reference : new String[] {"10", "3"}) {
      Verdict verdict = judge(NumericJudge.withDefaults(), reference, completion);
      assertThat(verdict.answer()).as(verdict.toString()).isEmpty();
      assertThat(judge(MathJudge.withDefaults(), reference, completion).correct())
          .as("math " + reference)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "After 3 days 10 apples are left",
        "They are all eaten after 10 days.",
        "The first 3 are gone, so there are 10",
        "3 + 7 makes a total of 10",
        "He had 3 apples, 10 in all",
        "Answer: 10 apples, 3 more than before",
        "Answer: 10 apples, 3 left over",
        "#### 10 apples, 3 left",
        "The answer is 10, from 3 rows",
        "\\boxed{10} since \\frac{30}{3} is an integer",
        "\\boxed{10}, check: \\frac{30}{\\boxed{3}}",
        "\\text{Thus } \\boxed{10}",
        "\\left( \\frac{30}{3} = \\boxed{10} \\right)",
        "$$\\frac{30}{3} = \\boxed{10}$$",
      })
  void anAnswerIsFoundBesideAnotherNumber(String completion) {
    Verdict verdict = judge(NumericJudge.withDefaults(), "10", completion);
    assertThat(verdict.correct()).as(verdict.toString()).isTrue();
    assertThat(judge(NumericJudge.withDefaults(), "3", completion).correct()).isFalse();
  }

  private static Verdict judge(Judge judge, String reference, String completion) {
    return judge.judge(new Prompt("p", "t", "p", "?", reference, Map.of()), completion);
  }
}
