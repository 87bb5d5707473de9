package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.galton.game.GroupSearch;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Task;
import org.galton.task.Template;
import org.galton.task.Verdict;
import org.galton.task.arithmetic.ArithmeticTask;
import org.galton.task.arithmetic.CountdownTask;
import org.galton.task.group.GroupSearchTask;
import org.galton.task.group.LetterSumOptions;
import org.galton.task.group.LetterSumTask;
import org.galton.task.jsonl.JsonlTask;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class JudgeFuzzTest {
  private static final int TEXTS = 2_000;

  static Stream<Task> tasks() throws IOException {
    return Stream.of(
        ArithmeticTask.withDefaults(),
        CountdownTask.withDefaults(),
        new GroupSearchTask("games", GroupSearch.defaults()),
        new LetterSumTask("walks", LetterSumOptions.defaults()),
        jsonl(new ExactJudge(ExactJudge.LetterCase.IGNORED)),
        jsonl(NumericJudge.withDefaults()),
        jsonl(new NumericJudge("answer=", new BigDecimal("0.5"))),
        jsonl(MathJudge.withDefaults()),
        jsonl(new RegexJudge("(?s).*answer=(\\S*)")),
        jsonl(new RegexJudge("((?:[0-9]*)*)x")));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void garbageNeverThrowsAndTheVerdictIsConsistent(Task task) {
    Prompt prompt = task.prompts(Split.TEST, 1, 1).get(0);
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(5),
        () -> {
          for (long seed = 0; seed < TEXTS; seed++) {
            String completion = Garbage.draw(seed);
            Verdict verdict = judge(task, prompt, seed, completion);
            assertThat(verdict.reward()).as("seed %d", seed).isEqualTo(verdict.correct() ? 1 : 0);
            assertThat(verdict.correct() && verdict.answer().isEmpty())
                .as("correct without an answer, seed %d", seed)
                .isFalse();
            assertThat(verdict.answer().length()).as("seed %d", seed).isLessThan(300);
          }
        });
  }

  private static Verdict judge(Task task, Prompt prompt, long seed, String completion) {
    try {
      return task.verify(prompt, completion);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(task.scorer() + " failed on garbage of seed " + seed, e);
    }
  }

  private static Task jsonl(Judge judge) throws IOException {
    return JsonlTask.read(
        "mine",
        "mine.jsonl",
        new StringReader("{\"id\": 1, \"prompt\": \"3+4\", \"reference\": \"7\"}"),
        List.of(judge),
        Template.plain());
  }
}
