package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.answer.AnswerSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceJudgeTest {
  private static final String ANIMALS = "[\"a dog\", \"the cat\", \"horse\", \"Cow.\"]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\boxed{B} | B",
        "\\boxed{\\text{(B)}} | B",
        "\\boxed{\\textbf{B}} | B",
        "\\boxed{\\text{cat}} | B",
        "The answer is B. | B",
        "The answer is **(B)**. | B",
        "The answer is option B. | B",
        "The answer is B because it purrs. | B",
        "The answer is B) the cat | B",
        "The answer is the cat. | B",
        "The answer is A cat. | B",
        "The correct option is B | B",
        "Answer: b | B",
        "Answer: B. cat | B",
        "Answer:\\n\\n(B) cat | B",
        "答案是B。 | B",
        "答案：B选项 | B",
        "Die Antwort ist B. | B",
        "####B | B",
        "<answer>B</answer> | B",
        "<think>Answer: A</think>Answer: B | B",
        "It purrs.\\nB | B",
        "It purrs.\\n(B) cat | B",
        "B. cat\\n\\nIt purrs, and a dog does not. | B",
        "It must be (B). | B",
        "It is not (A), so (B). | B",
        "It purrs.\\nThe cat | B",
        "Answer: B or C | ''",
        "Answer: B and C | ''",
        "Answer: B, C | ''",
        "Answer: (B)/(C) | ''",
        "It is (B) or (C). | ''",
        "Answer: E | ''",
        "Answer: fish | ''",
        "I think so. | ''",
        "A dog barks. | ''",
        "Is it (B)? | ''",
        "The answer is not B. | ''",
        "A. dog\\nB. cat\\nC. horse\\nD. cow | ''",
        "I don't know. | ''",
        "'' | ''",
      })
  void readsALetterOrAnOption(String text, String letter) {
    Verdict verdict =
        ChoiceJudge.withDefaults().judge(asking("B", ANIMALS), text.replace("\\n", "\n"));
    assertThat(verdict.answer()).as(verdict.toString()).isEqualTo(letter);
    assertThat(verdict.correct()).isEqualTo(letter.equals("B"));
  }

  @Test
  void aReferenceIsALetterOfTheOptions() {
    ChoiceJudge judge = ChoiceJudge.withDefaults();
    assertThat(judge.accepts(asking("B", ANIMALS))).isTrue();
    assertThat(judge.accepts(asking("E", ANIMALS))).isFalse();
    assertThat(judge.accepts(asking("cat", ANIMALS))).isFalse();
    assertThat(judge.accepts(asking("B", null))).isFalse();
    assertThat(judge.accepts(asking("B", "[\"one\"]"))).isFalse();
    assertThat(judge.accepts(asking("B", "no list"))).isFalse();
    ChoiceJudge letters = new ChoiceJudge(4, ChoiceJudge.Guess.NONE, AnswerSearch.withDefaults());
    assertThat(letters.accepts(asking("D", null))).isTrue();
    assertThat(letters.accepts(asking("E", null))).isFalse();
    assertThat(letters.judge(asking("D", null), "Answer: D").correct()).isTrue();
  }

  @Test
  void aGuessFollowsFromTheCompletionAndIsUniform() {
    ChoiceJudge judge = new ChoiceJudge(0, ChoiceJudge.Guess.UNIFORM, AnswerSearch.withDefaults());
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 4_000; i++) {
      Verdict verdict = judge.judge(asking("B", ANIMALS), "who knows " + i);
      assertThat(judge.judge(asking("B", ANIMALS), "who knows " + i)).isEqualTo(verdict);
      assertThat(verdict.foundBy()).isEqualTo("guess");
      counts.merge(verdict.answer(), 1, Integer::sum);
    }
    assertThat(counts).containsOnlyKeys("A", "B", "C", "D");
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(880, 1_120));
  }

  private static Prompt asking(String reference, String choices) {
    Map<String, String> attributes = choices == null ? Map.of() : Map.of("choices", choices);
    return new Prompt("id", "mine", "id", "Which?", reference, attributes);
  }
}
