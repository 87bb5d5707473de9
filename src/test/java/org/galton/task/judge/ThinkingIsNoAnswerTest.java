package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.judge.ifeval.IfevalJudge;
import org.galton.task.judge.ifeval.IfevalMode;
import org.galton.task.judge.schema.JsonSchemaJudge;
import org.galton.task.judge.text.IncludesJudge;
import org.galton.task.judge.text.TextJudge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that weighs several answers while it thinks has not given them. */
class ThinkingIsNoAnswerTest {
  static Stream<Arguments> judges() {
    return Stream.of(
        Arguments.of(TextJudge.withDefaults(), "Lima", "Lima", "Quito"),
        Arguments.of(IncludesJudge.withDefaults(), "Lima", "It is Lima.", "It is Quito."),
        Arguments.of(
            new JsonSchemaJudge(JsonSchemaJudge.Fence.ALLOWED),
            "{\"type\": \"number\"}",
            "7",
            "\"seven\""),
        Arguments.of(
            new IfevalJudge(IfevalMode.LOOSE),
            "{\"instruction_id_list\": [\"keywords:existence\"], \"kwargs\": [{\"keywords\":"
                + " [\"Lima\"]}], \"prompt\": \"?\"}",
            "It is Lima.",
            "It is Quito."),
        Arguments.of(MathJudge.withDefaults(), "7", "\\boxed{7}", "\\boxed{8}"));
  }

  @ParameterizedTest
  @MethodSource("judges")
  void onlyWhatFollowsItCounts(Judge judge, String reference, String right, String wrong) {
    Prompt prompt = new Prompt("p", "t", "p", "?", reference, Map.of());
    assertThat(judge.accepts(prompt)).isTrue();
    assertThat(correct(judge, prompt, right)).isTrue();
    assertThat(correct(judge, prompt, "<think>" + wrong + "</think>\n" + right)).isTrue();
    assertThat(correct(judge, prompt, wrong + "</think>\n" + right)).isTrue();
    assertThat(correct(judge, prompt, "<think>" + right + "</think>\n" + wrong)).isFalse();
    assertThat(correct(judge, prompt, "<think>" + right)).isFalse();
  }

  private static boolean correct(Judge judge, Prompt prompt, String completion) {
    return judge.judge(prompt, completion).correct();
  }
}
