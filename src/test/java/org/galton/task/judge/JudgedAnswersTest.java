package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.JudgedAnswer.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers whose verdict is known, one by one. */
class JudgedAnswersTest {
  private static final Map<String, Judge> JUDGES =
      Map.of("math", MathJudge.withDefaults(), "choice", ChoiceJudge.withDefaults());

  private static final Map<String, String> ANIMALS =
      Map.of("choices", "[\"dog\", \"cat\", \"horse\", \"cow\"]");

  static Stream<JudgedAnswer> answers() {
    return JudgedAnswer.all().stream();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theVerdictIsKnown(JudgedAnswer known) {
    Verdict verdict = judge(known);
    assertThat(verdict.correct()).as(verdict.toString()).isEqualTo(known.right());
    assertThat(verdict.abstained())
        .as(verdict.toString())
        .isEqualTo(known.status() == Status.ABSTAINED);
    if (known.status() != Status.ANY) {
      assertThat(verdict.answer()).as(verdict.toString()).isEmpty();
    }
  }

  @Test
  void noneIsWronglyRight() {
    List<JudgedAnswer> wronglyRight =
        answers().filter(known -> !known.right() && judge(known).correct()).toList();
    assertThat(wronglyRight).isEmpty();
  }

  private static Verdict judge(JudgedAnswer known) {
    Prompt prompt = new Prompt("id", "mine", "id", "What is it?", known.reference(), ANIMALS);
    return JUDGES.get(known.judge()).judge(prompt, known.completion());
  }
}
