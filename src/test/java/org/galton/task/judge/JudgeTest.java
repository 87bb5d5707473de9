package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  @Test
  void exactComparesTheWholeCompletionWithoutSurroundingBlanks() {
    Judge judge = new ExactJudge(ExactJudge.LetterCase.DISTINGUISHED);
    assertThat(judge.judge(asking("Lima"), " Lima\n")).isEqualTo(right("Lima"));
    assertThat(judge.judge(asking("Lima"), "lima")).isEqualTo(wrong("lima"));
    assertThat(judge.judge(asking("Lima"), "Lima.")).isEqualTo(wrong("Lima."));
    assertThat(judge.judge(asking("Lima"), " \n")).isEqualTo(wrong(""));
  }

  @Test
  void exactCanIgnoreCase() {
    Judge judge = new ExactJudge(ExactJudge.LetterCase.IGNORED);
    assertThat(judge.judge(asking("Lima"), "LIMA")).isEqualTo(right("lima"));
  }

  @Test
  void longAnswersAreShortenedButStayDistinct() {
    Judge judge = new ExactJudge(ExactJudge.LetterCase.DISTINGUISHED);
    String text = "a".repeat(5_000);
    assertThat(judge.judge(asking(text), text).correct()).isTrue();
    assertThat(judge.judge(asking(text), text).answer()).hasSizeLessThan(300);
    assertThat(judge.judge(asking(text), text + "b").answer())
        .isNotEqualTo(judge.judge(asking(text), text).answer());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | The answer is 7. | 7 | true",
        "7 | 3 + 4 = 7 | 7 | true",
        "7 | 7, not 8 | 7 | true",
        "2 | 5-2 | 3 | false",
        "20 | 10–20 pages | 20 | true",
        "0.28 | 28% | 28% | true",
        "28 | 28% | 28% | true",
        "28% | 28 | 28 | true",
        "28 | 0.28 | 0.28 | false",
        "0.5 | 1/2 | 0.5 | true",
        "2 | 1/2 | 0.5 | false",
        "-2 | x = -2 | -2 | true",
        "1234.5 | $1,234.50 | 1234.5 USD | true",
        "1200 | 1.2e3 | 1200 | true",
        "0 | -0.00 | 0 | true",
        "0.5 | .5 | 0.5 | true",
        "7 | seven | 7 | true",
        "7 | none | '' | false",
        "7 | '' | '' | false",
      })
  void numericTakesTheLastNumber(String reference, String text, String answer, boolean correct) {
    Verdict verdict = NumericJudge.withDefaults().judge(asking(reference), text);
    assertThat(verdict.correct()).as(verdict.toString()).isEqualTo(correct);
    assertThat(verdict.answer()).as(verdict.toString()).isEqualTo(answer);
  }

  @Test
  void numericTakesTheFirstNumberAfterTheLastMarker() {
    Judge judge = new NumericJudge("####", BigDecimal.ZERO);
    assertThat(judge.judge(asking("7"), "#### 6\n3+4 #### 7 apples, 2 left").correct()).isTrue();
    assertThat(judge.judge(asking("7"), "the result is 7").answer()).isEmpty();
    assertThat(judge.judge(asking("7"), "#### \n7").correct()).isTrue();
    assertThat(judge.judge(asking("7"), "#### **\n\n7 apples").correct()).isTrue();
    assertThat(judge.judge(asking("7"), "#### none\n7").answer()).isEmpty();
    assertThat(
            new NumericJudge("**Answer:**", BigDecimal.ZERO)
                .judge(asking("18"), "**Answer:**\n18")
                .correct())
        .isTrue();
    assertThat(
            new NumericJudge("Answer:", BigDecimal.ZERO)
                .judge(asking("-12.5"), "Answer: \u221212.5")
                .correct())
        .isTrue();
  }

  @Test
  void toleranceIncludesItsEdge() {
    Judge judge = new NumericJudge("", new BigDecimal("0.01"));
    assertThat(judge.judge(asking("3.14"), "3.15").correct()).isTrue();
    assertThat(judge.judge(asking("3.14"), "3.13").correct()).isTrue();
    assertThat(judge.judge(asking("3.14"), "3.15000001").correct()).isFalse();
    assertThat(NumericJudge.withDefaults().judge(asking("3.14"), "3.140000001").correct())
        .isFalse();
    assertThat(NumericJudge.withDefaults().judge(asking("1e999"), "1e-999").correct()).isFalse();
  }

  @Test
  void regexTakesItsGroupAtTheFirstMatch() {
    assertThat(
            new RegexJudge("\\\\boxed\\{([^}]*)\\}").judge(asking("7"), "\\boxed{ 7 } \\boxed{8}"))
        .isEqualTo(right("7"));
    assertThat(new RegexJudge("(?s).*<(\\w+)>").judge(asking("b"), "<a>\n<b>"))
        .isEqualTo(right("b"));
    assertThat(new RegexJudge("x|(y)").judge(asking("y"), "x")).isEqualTo(wrong(""));
    assertThat(new RegexJudge("(y)").judge(asking("y"), "z")).isEqualTo(wrong(""));
  }

  @Test
  void patternsWithoutExactlyOneGroupAreRefused() {
    assertThatThrownBy(() -> new RegexJudge("answer=\\d+"))
        .hasMessage(
            "Invalid pattern 'answer=\\d+': it has 0 capture groups, expected 1 around the answer;"
                + " write the others as (?:…)");
    assertThatThrownBy(() -> new RegexJudge("(answer"))
        .hasMessage(
            "Invalid pattern '(answer': missing closing ), expected an RE2 expression with one"
                + " capture group");
  }

  @Test
  void scorersNameEveryOption() {
    assertThat(new ExactJudge(ExactJudge.LetterCase.IGNORED).scorer())
        .isEqualTo("jsonl-exact/1{ignore_case=true}");
    assertThat(new NumericJudge("answer=", new BigDecimal("0.00")).scorer())
        .isEqualTo(
            "jsonl-numeric/4{marker=answer=,tolerance=0,relative=0,digits=6,percent=lenient,"
                + "units=lenient}");
    assertThat(new NumericJudge("", new BigDecimal("0.50")).scorer())
        .isEqualTo(
            "jsonl-numeric/4{marker=,tolerance=0.5,relative=0,digits=6,percent=lenient,"
                + "units=lenient}");
    assertThat(new RegexJudge("(a)").scorer()).isEqualTo("jsonl-regex/1{pattern=(a)}");
  }

  @Test
  void negativeTolerancesAreRefused() {
    assertThatThrownBy(() -> new NumericJudge("", new BigDecimal("-1")))
        .hasMessage("Invalid tolerance -1: expected 0 or more");
  }

  private static Prompt asking(String reference) {
    return new Prompt("id", "mine", "id", "What is it?", reference, Map.of());
  }

  private static Verdict right(String answer) {
    return new Verdict(answer, true, false, 1);
  }

  private static Verdict wrong(String answer) {
    return new Verdict(answer, false, false, 0);
  }
}
