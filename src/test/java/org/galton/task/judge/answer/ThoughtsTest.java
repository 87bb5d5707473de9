package org.galton.task.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThoughtsTest {
  @ParameterizedTest
  @CsvSource({
    "<think>,</think>",
    "<thinking>,</thinking>",
    "<reasoning>,</reasoning>",
    "<|channel|>analysis<|message|>,<|channel|>final<|message|>",
    "◁think▷,◁/think▷"
  })
  void onlyWhatFollowsTheThinkingCounts(String opening, String closing) {
    assertThat(Thoughts.SKIPPED.visible(opening + "a" + closing + "b")).hasValue("b");
    assertThat(Thoughts.SKIPPED.visible("a" + closing + "b")).hasValue("b");
    assertThat(Thoughts.SKIPPED.visible("a" + closing + "b" + closing + "c")).hasValue("c");
    assertThat(Thoughts.SKIPPED.visible(opening + "a")).isEmpty();
    assertThat(Thoughts.SKIPPED.visible("a" + closing + "b" + opening + "c")).isEmpty();
    assertThat(Thoughts.SEARCHED.visible(opening + "a")).hasValue(opening + "a");
  }

  @Test
  void anAnswerInTheThinkingIsNone() {
    assertThat(PlainReader.find("<think>\\boxed{20}</think>")).isEqualTo("none");
    assertThat(PlainReader.find("<think>\\boxed{20}</think>It is 21.")).isEqualTo("last line 21");
    assertThat(
            PlainReader.find(
                new AnswerSearch("", Thoughts.SEARCHED, AnswerFallback.LAST, java.util.List.of()),
                "<think>\\boxed{20}"))
        .isEqualTo("box 20");
  }
}
