package org.galton.samplelog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalDouble;
import org.galton.table.ScoreStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NoAnswerTest {
  private static final InspectScore SCORE = new InspectScore("pattern", OptionalDouble.empty());

  @ParameterizedTest
  @ValueSource(strings = {"[INVALID]", "[invalid]", "[invalidanswer]", " [invalid] "})
  void theWordsOfToolsAreNoAnswers(String word) {
    assertThat(NoAnswer.orEmpty(word)).isEmpty();
    assertThat(NoAnswer.orEmpty("x" + word)).isEqualTo("x" + word);
  }

  /** Inspect's scorers of patterns leave the answer out and explain why. */
  @Test
  void aPatternThatWasNotFoundIsNoAnswer() throws Exception {
    assertThat(
            verdict(
                "{\"value\": \"I\", \"answer\": null, \"explanation\": \"Scoring pattern not matched in"
                    + " output: I give up\"}"))
        .matches(verdict -> verdict.status() == ScoreStatus.UNPARSED && verdict.answer() == null);
    assertThat(verdict("{\"value\": \"I\", \"explanation\": \"I give up\"}").answer())
        .isEqualTo("I give up");
    assertThat(verdict("{\"value\": \"I\", \"answer\": \"9\", \"explanation\": \"so 9\"}").answer())
        .isEqualTo("9");
  }

  private static LoggedVerdict verdict(String score) throws Exception {
    String sample = "{\"scores\": {\"pattern\": %s}}".formatted(score);
    return SCORE
        .verdict(new LogLine("x line 1", new ObjectMapper().readTree(sample)), "I give up")
        .orElseThrow();
  }
}
