package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters of lm-evaluation-harness, where they differ from one another and from ours. */
final class NumericStyleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // reference | completion | strict | flexible | galton
        "18 | So it is 18.⏎#### 18 | right | right | right",
        "18 | #### 18⏎⏎Question: 2+3?⏎Answer: 5⏎#### 5 | right | wrong | wrong",
        "29 | #### $29.00 | unparsed | wrong | right",
        "29 | #### 29.00 | wrong | wrong | right",
        "29 | It is $29. | unparsed | right | right",
        "1234 | #### 1,234 | right | right | right",
        "-7 | #### -7 | right | right | right",
        "7 | The answer is 7 | unparsed | right | right",
        "7 | The answer is 7, because 3+4=7... | unparsed | wrong | right",
        "7 | The answer is 7 ... | unparsed | wrong | right",
        "7 | #### 7. | right | right | right",
        "7 | ####7 | unparsed | right | right",
        "7 | #### , | unparsed | unparsed | unparsed",
        "7 | none of them | unparsed | unparsed | unparsed",
        "5 | The answer is 5 of 9 | unparsed | wrong | unparsed",
        "He has 3+4=<<3+4=7>>7.⏎#### 7 | #### 7 | right | right | refused",
      })
  void aNumberIsTakenByEachStylesOwnRule(
      String reference, String completion, String strict, String flexible, String galton) {
    assertThat(judged("lm-strict", reference, completion)).as("strict").isEqualTo(strict);
    assertThat(judged("lm-flexible", reference, completion)).as("flexible").isEqualTo(flexible);
    assertThat(judged("galton", reference, completion)).as("galton").isEqualTo(galton);
  }

  @Test
  void theScorerIsAnotherAndTheUsualOneKeepsItsName() {
    assertThat(judge("lm-strict").scorer()).isEqualTo("jsonl-numeric/4{style=lm-strict}");
    assertThat(judge("galton").scorer()).isEqualTo(NumericJudge.withDefaults().scorer());
  }

  @Test
  void otherKeysAreRefusedBesideAStyleThatDoesNotKnowThem() {
    assertThatThrownBy(() -> read("{judge: numeric, style: lm-strict, tolerance: 1}"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Invalid style lm-strict with a marker, a tolerance or another rule");
    assertThatThrownBy(() -> read("{judge: numeric, style: lm-strikt}"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("expected one of galton, lm-strict, lm-flexible");
  }

  private static String judged(String style, String reference, String completion) {
    Prompt prompt = new Prompt("p", "t", "p", "?", reference.replace("⏎", "\n"), Map.of());
    Judge judge = judge(style);
    if (!judge.accepts(prompt)) {
      return "refused";
    }
    Verdict verdict = judge.judge(prompt, completion.replace("⏎", "\n"));
    return verdict.answer().isEmpty() ? "unparsed" : verdict.correct() ? "right" : "wrong";
  }

  private static Judge judge(String style) {
    return read("{judge: numeric, style: " + style + "}");
  }

  private static Judge read(String keys) {
    return new SpecSource("judge", keys, List.of()).read(JudgeKinds::read);
  }
}
