package org.galton.task.judge.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextJudgeTest {
  private static final String LISTED = "[\"UK\", \"United Kingdom\"]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Nile | nile. | true",
        "The Nile | the  NILE | true",
        "The Nile | Nile river | false",
        "The Nile | the White Nile | false",
        "The Nile | Then Nile | false",
        "Père-Lachaise | the père–lachaise! | false",
        "Père-Lachaise | The \"PèreLachaise\" | true",
        "An apple a day | apple day | true",
        "the | The | true",
        "the | an | false",
        "+ | + | true",
        "+ | - | false",
        "+ | the | false",
        "[1] | [1] | true",
        "[1] | 1 | true",
        "[sic | sic | true",
      })
  void equalityIgnoresCasePunctuationArticlesAndBlanks(
      String reference, String completion, boolean correct) {
    Verdict verdict = TextJudge.withDefaults().judge(asking(reference), completion);
    assertThat(verdict.correct()).isEqualTo(correct);
    assertThat(verdict.reward()).isEqualTo(correct ? 1 : 0);
    assertThat(verdict.abstained()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "uk, true",
    "U.K., true",
    "The United Kingdom, true",
    "Kingdom, false",
    "England, false",
  })
  void anyTextOfAListCounts(String completion, boolean correct) {
    assertThat(TextJudge.withDefaults().judge(asking(LISTED), completion).correct())
        .isEqualTo(correct);
  }

  @ParameterizedTest
  @CsvSource({
    "the cat sat, cat sat down, 0.8",
    "'', '', 1",
    "a, '', 1",
    "x, '', 0",
    "'', x, 0",
    "b b c, b c c, 0.6666666666666666",
    "b, c, 0",
    "man bites dog, dog bites man, 1",
  })
  void f1IsTheShareOfWordsInCommon(String answer, String reference, double expected) {
    assertThat(
            TokenF1.of(
                SquadText.words(SquadText.normal(answer)),
                SquadText.words(SquadText.normal(reference))))
        .isCloseTo(expected, within(1e-15));
    assertThat(
            TokenF1.of(
                SquadText.words(SquadText.normal(reference)),
                SquadText.words(SquadText.normal(answer))))
        .isCloseTo(expected, within(1e-15));
  }

  @Test
  void theRewardIsTheBestF1AndTheThresholdSaysWhatIsRight() {
    TextJudge equal = new TextJudge(TextMetric.F1, 0, "");
    TextJudge most = new TextJudge(TextMetric.F1, 0.8, "");
    String reference = "[\"dogs\", \"cat sat down\"]";
    assertThat(equal.judge(asking(reference), "the cat sat"))
        .isEqualTo(
            new Verdict(
                "cat sat",
                false,
                false,
                0.8,
                "whole",
                "'cat sat' against 'cat sat down': not equal, reward 0.800"));
    assertThat(most.judge(asking(reference), "the cat sat").correct()).isTrue();
    assertThat(most.judge(asking(reference), "the cat").correct()).isFalse();
    assertThat(equal.judge(asking("dog bites man"), "man bites dog").correct()).isFalse();
    assertThat(equal.judge(asking("dog bites man"), "man bites dog").reward()).isEqualTo(1);
  }

  @Test
  void anAnswerMayFollowAMarker() {
    TextJudge judge = new TextJudge(TextMetric.EM, 0, "Answer:");
    assertThat(judge.judge(asking("Lima"), "Rio? No.\nAnswer: **Lima**\nI am sure."))
        .isEqualTo(
            new Verdict(
                "lima", true, false, 1, "marker", "'lima' against 'Lima': equal, reward 1.000"));
    assertThat(judge.judge(asking("Lima"), "**Answer:**\n\nLima").correct()).isTrue();
    assertThat(judge.judge(asking("Lima"), "Lima")).isEqualTo(unparsed());
    assertThat(judge.judge(asking("Lima"), "Answer: ")).isEqualTo(unparsed());
    assertThat(TextJudge.withDefaults().judge(asking("Lima"), " \n")).isEqualTo(unparsed());
  }

  @Test
  void unanswerableIsAnAbstentionUnlessItIsRight() {
    TextJudge judge = TextJudge.withDefaults();
    Verdict wrong = judge.judge(asking("Lima"), "Unanswerable.");
    assertThat(wrong.abstained()).isTrue();
    assertThat(wrong.correct()).isFalse();
    for (String none : new String[] {"unanswerable", "[\"\"]", "[\"unanswerable\"]"}) {
      Verdict right = judge.judge(asking(none), "Unanswerable.");
      assertThat(right.correct()).as(none).isTrue();
      assertThat(right.abstained()).as(none).isFalse();
      assertThat(judge.judge(asking(none), "Lima").correct()).as(none).isFalse();
      assertThat(judge.judge(asking(none), "").correct()).as(none).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | 5 yards | 0.6666666666666666 | false",
        "6 yards | 5 yards | 0 | false",
        "5 yards | 5.0 yards | 1 | true",
        "5000 | 5,000 | 1 | true",
        "twenty-one | the twenty one | 1 | true",
        "yards | 5 yards | 0.6666666666666666 | false",
        "yes yes no | yes no no | 1 | false",
        "[[\"Tom Brady\", \"Eli Manning\"]] | Eli Manning#tom brady | 1 | true",
        "[[\"Tom Brady\", \"Eli Manning\"]] | Tom Brady | 0.5 | false",
        "[[\"Tom Brady\", \"Eli Manning\"], \"Brady\"] | Tom Brady | 0.6666666666666666 | false",
        "[[\"x 1\", \"x 2\"]] | x 2#x 1#x 3 | 0.6666666666666666 | false",
        "[\"3\", \"4\"] | 4 | 1 | true",
        "1e3 | 1000 | 1 | true",
        "nan | NaN | 1 | true",
        "1d | 1 | 0 | false",
        "+ | - | 0 | false",
        "the | The | 1 | true",
        "[[\"+\", \"-\"]] | -#+ | 1 | true",
      })
  void dropComparesSpanBySpan(String reference, String lines, double reward, boolean correct) {
    TextJudge judge = new TextJudge(TextMetric.DROP, 0, "");
    assertThat(judge.accepts(asking(reference))).isTrue();
    Verdict verdict = judge.judge(asking(reference), lines.replace('#', '\n'));
    assertThat(verdict.reward()).isCloseTo(reward, within(1e-15));
    assertThat(verdict.correct()).isEqualTo(correct);
  }

  @Test
  void referencesThatNoAnswerCanMeetAreRefused() {
    TextJudge judge = TextJudge.withDefaults();
    assertThat(judge.accepts(asking("[{\"a\": 1}]"))).isFalse();
    assertThat(judge.accepts(asking("[]"))).isFalse();
    assertThat(judge.accepts(asking("[[\"x\", \"y\"]]"))).isFalse();
    assertThat(judge.accepts(asking("[true]"))).isFalse();
    assertThat(new TextJudge(TextMetric.DROP, 0, "").accepts(asking("[[]]"))).isFalse();
    assertThat(judge.expectedReference())
        .isEqualTo("a text, or a JSON list of texts of which any counts");
  }

  @Test
  void contradictoryThresholdsAreRefused() {
    assertThatThrownBy(() -> new TextJudge(TextMetric.EM, 0.5, ""))
        .hasMessage(
            "Invalid threshold 0.5: metric em has no degrees; expected metric f1 or drop beside a"
                + " threshold");
    assertThatThrownBy(() -> new TextJudge(TextMetric.F1, Double.NaN, ""))
        .hasMessage("Invalid threshold NaN: expected a number from 0 to 1");
  }

  @Test
  void theScorerNamesEveryOption() {
    assertThat(new TextJudge(TextMetric.DROP, 0.5, "A:").scorer())
        .isEqualTo("text/1{metric=drop,threshold=0.5,marker=A:}");
  }

  private static Prompt asking(String reference) {
    return new Prompt("id", "mine", "id", "What is it?", reference, Map.of());
  }

  private static Verdict unparsed() {
    return new Verdict("", false, false, 0);
  }
}
