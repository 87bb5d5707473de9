package org.galton.task.judge.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.sandbox.SandboxHere;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CodeJudgeTest {
  private static final String DOUBLED =
      """
      {"style": "function", "prompt": "def twice(n):\\n    \\"\\"\\"Doubles.\\"\\"\\"\\n",
       "entry_point": "twice", "test": "def check(candidate):\\n    assert candidate(3) == 6\\n"}
      """;

  @BeforeAll
  static void needsASandbox() {
    SandboxHere.assume();
  }

  @Test
  void aContinuationIsJoinedWithItsPrompt() {
    assertThat(judged(DOUBLED, "    return 2 * n\n\nprint(twice(2))").correct()).isTrue();
    assertThat(judged(DOUBLED, "    return 3 * n\n").correct()).isFalse();
  }

  private static Verdict judged(String reference, String completion) {
    Prompt prompt = new Prompt("id", "task", "id", "text", reference, Map.of());
    return CodeJudge.withDefaults().judge(prompt, completion);
  }
}
