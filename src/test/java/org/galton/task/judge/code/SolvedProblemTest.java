package org.galton.task.judge.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.galton.task.Judgement;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.JudgeFailure;
import org.galton.task.judge.sandbox.Confinement;
import org.galton.task.judge.sandbox.SandboxHere;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems as EvalPlus has them: a solution and inputs, no outputs. */
final class SolvedProblemTest {
  private static final CodeJudge QUICK =
      new CodeJudge(Confinement.BUBBLEWRAP, "/usr/bin/python3", new CodeLimits(2, 1, 512, 64));
  private static final String MEAN =
      "{'style': 'solution', 'prompt': 'import math\\n\\ndef mean(xs):\\n', 'entry_point': 'mean',"
          + " 'canonical_solution': '    return math.fsum(xs) / len(xs)\\n',"
          + " 'base_input': [[[1, 2]], [[3.5]]], 'plus_input': [[[0.1, 0.2, 0.4]]], 'atol': 0}";

  @BeforeAll
  static void needsASandbox() {
    SandboxHere.assume();
  }

  @Test
  void whatTheSolutionReturnsIsExpected() {
    assertThat(told(MEAN, "    return sum(xs) / len(xs)\n")).isEqualTo("passed 3 of 3 tests");
    assertThat(told(MEAN, "```\ndef mean(xs):\n    return math.fsum(xs) / len(xs)\n```"))
        .isEqualTo("passed 3 of 3 tests");
    assertThat(told(MEAN, "    return xs[0]\n"))
        .isEqualTo("failed test 1 of 3: another output than expected, in the base set");
    assertThat(told(MEAN, "    return sum(xs) / len(xs) if len(xs) < 3 else 1.0\n"))
        .isEqualTo("failed test 3 of 3: another output than expected, in the plus set");
    assertThat(told(MEAN, "    return xs[2]\n"))
        .isEqualTo("failed test 1 of 3: IndexError: list index out of range, in the base set");
    assertThat(told(MEAN, "    import os\n    os._exit(0)\n"))
        .isEqualTo("ended with exit code 0 before its tests did");
    assertThat(told(MEAN, "    while True: pass\n")).isEqualTo("ended: more than 2 s of CPU time");
  }

  /** The first value is what the solution returns. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '$',
      value = {
        "0   | 1.0        | 1.0000009    | true",
        "0   | 1.0        | 1.00001      | false",
        "0   | 1e9        | 1e9 + 50     | true",
        "0   | 1e9        | 1e9 + 200    | false",
        "0.1 | 1.0        | 1.09         | true",
        "0.1 | 1.0        | 1.11         | false",
        "0   | [0.5, 1.5] | [0.5, 1.5000001] | true",
        "0.1 | 3          | 4            | false",
        "0   | 2          | 2.0          | true",
        "0   | 2          | 2.0000001    | false",
        "0   | True       | 1            | true",
        "0   | (1, 2)     | [1, 2]       | false",
        "0   | (1, 2)     | (1, 2)       | true",
        "0   | {1, 2, 30} | {30, 2, 1}   | true",
        "0   | {1, 2}     | [1, 2]       | false",
        "0   | {'b': 1, 'a': (2,)} | dict(a=(2,), b=1) | true",
        "0   | {1: 'x'}   | {'1': 'x'}   | false",
        "0   | None       | 0            | false",
        "0   | None       | None         | true",
        "0   | 'é\\ud83d' | 'é\\ud83d'   | true",
        "0   | b'ab'      | 'ab'         | false",
        "0   | 1 + 2j     | complex(1, 2) | true",
        "0   | 1.0        | float('nan') | false",
        "0   | float('inf') | float('inf') | true",
        "0   | 2 ** 70    | 2 ** 70 + 1  | false",
        "0   | [1]        | object()     | false",
        "0   | 'a'        | iter('a')    | false",
      })
  void valuesAreComparedAsPythonHasThem(
      String tolerance, String expected, String returned, boolean isRight) {
    String reference =
        ("{'style': 'solution', 'prompt': 'def f():\\n', 'entry_point': 'f',"
                + " 'canonical_solution': %s, 'base_input': [[]], 'plus_input': [], 'atol': %s}")
            .formatted(
                "'    return %s\\n'"
                    .formatted(expected.replace("\\", "\\\\").replace("'", "\\u0027")),
                tolerance);
    assertThat(judged(reference, "    return " + returned + "\n").correct()).isEqualTo(isRight);
  }

  @Test
  void eachCallHasItsOwnArguments() {
    String reference =
        "{'style': 'solution', 'prompt': '', 'entry_point': 'f', 'canonical_solution':"
            + " 'def f(xs):\\n    return sorted(xs)[0]\\n', 'base_input': [[[2, 1]], [[2, 1]]]}";
    assertThat(told(reference, "def f(xs):\n    xs.sort()\n    return xs.pop(0)\n"))
        .isEqualTo("passed 2 of 2 tests");
  }

  @Test
  void whatIsPrintedOrPatchedIsNoAnswer() {
    assertThat(told(MEAN, "    print('[1.5, 3.5, 0.2333]')\n    return None\n"))
        .contains("another output than expected");
    assertThat(
            told(
                MEAN,
                "    import json\n    json.dumps = lambda *a, **k: '[1.5, 3.5]'\n    return 7\n"))
        .contains("another output than expected");
  }

  @Test
  void aSolutionThatFailsIsNoFaultOfTheProgram() {
    String reference = MEAN.replace("return math.fsum(xs) / len(xs)", "return undefined");
    assertThatThrownBy(() -> judged(reference, "    return 1\n"))
        .isInstanceOf(JudgeFailure.class)
        .hasMessage(
            "Cannot judge: the canonical solution of its problem failed test 1 of 3: NameError:"
                + " name 'undefined' is not defined");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'prompt': '', 'entry_point': 'f', 'canonical_solution': 'x'",
        "'prompt': '', 'entry_point': 'f', 'canonical_solution': 'x', 'base_input': [1]",
        "'prompt': '', 'entry_point': 'f', 'canonical_solution': ' ', 'base_input': [[1]]",
        "'prompt': '', 'entry_point': 'f', 'canonical_solution': 'x', 'base_input': [[1]], 'atol': -1",
        "'entry_point': 'f', 'canonical_solution': 'x', 'base_input': [[1]]",
        "'prompt': '', 'canonical_solution': 'x', 'base_input': [[1]]",
      })
  void whatIsIncompleteIsNoReference(String keys) {
    assertThat(QUICK.accepts(prompt("{'style': 'solution', " + keys + "}"))).isFalse();
  }

  @Test
  void theSolutionIsNotPaidForByThePrograms() {
    try (CodeVerifier verifier = (CodeVerifier) QUICK.verifier()) {
      String busy = "    for i in range(4000000): pass\n    return sum(xs) / len(xs)\n";
      Judgement.Given first = verifier.judge(prompt(MEAN), busy);
      assertThat(first.cost().seconds()).isBetween(0.1, 2.0);
      assertThat(first.cost().peakMib()).isBetween(5L, 100L);
      assertThat(verifier.judge(prompt(MEAN), "Again:\n```\n" + busy + "```").cost())
          .as("the same program")
          .isEqualTo(Judgement.Cost.NONE);
      assertThat(verifier.judge(prompt(MEAN), busy))
          .isEqualTo(Judgement.Given.free(first.verdict()));
    }
  }

  private static String told(String reference, String completion) {
    return judged(reference, completion).detail().replaceAll("; [0-9]+ ms CPU, [0-9]+ MiB$", "");
  }

  private static Verdict judged(String reference, String completion) {
    return QUICK.judge(prompt(reference), completion);
  }

  private static Prompt prompt(String reference) {
    return new Prompt("id", "task", "id", "text", reference.replace('\'', '"'), Map.of());
  }
}
