package org.galton.task.judge.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.task.Answered;
import org.galton.task.Judgement;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.galton.task.judge.JudgeKinds;
import org.galton.task.judge.sandbox.Confinement;
import org.galton.task.judge.sandbox.SandboxHere;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeJudgeTest {
  private static final String TWICE =
      "{'style': 'function', 'prompt': 'def twice(n):\\n', 'entry_point': 'twice',"
          + " 'test': 'def check(candidate):\\n    assert candidate(3) == 6\\n'}";
  private static final String ECHO =
      "{'style': 'stdin', 'tests': [{'input': 'a', 'output': 'a'}, {'input': 'b', 'output': 'b'}]}";
  private static final CodeJudge QUICK =
      new CodeJudge(Confinement.BUBBLEWRAP, "/usr/bin/python3", new CodeLimits(1, 1, 512, 16));

  @BeforeAll
  static void needsASandbox() {
    SandboxHere.assume();
  }

  @Test
  void whatFailedIsToldInALine() {
    assertThat(told(TWICE, "    return 3 * n\n")).isEqualTo("failed test 1 of 1: AssertionError");
    assertThat(told(TWICE, "    return n n\n"))
        .isEqualTo("did not load: SyntaxError: invalid syntax (solution.py, line 2)");
    assertThat(told(TWICE, "    import os\n    os._exit(0)\n"))
        .isEqualTo("ended with exit code 0 before its tests did");
    assertThat(told(TWICE, "    raise ValueError(object())\n"))
        .isEqualTo("failed test 1 of 1: ValueError: <object object at 0x…>");
    assertThat(told(TWICE, "    while True: n += 1\n"))
        .isEqualTo("ended: more than 1 s of CPU time");
    assertThat(told(TWICE, "    while True: print(n)\n"))
        .isEqualTo("ended: more than 16 KiB of output");
    assertThat(told(TWICE, "    import time\n    time.sleep(99)\n"))
        .isEqualTo("ended: it slept or waited");
    assertThat(told(ECHO, "print('a')"))
        .isEqualTo("failed test 2 of 2: another output than expected");
    assertThat(told(ECHO, "print(input())")).isEqualTo("passed 2 of 2 tests");
    assertThat(told(ECHO, "while True: pass"))
        .isEqualTo("ended in test 1 of 2: more than 1 s of CPU time");
  }

  @Test
  void aCompletionWithoutCodeIsUnparsed() {
    assertThat(judged(TWICE, "   \n"))
        .isEqualTo(new Verdict("", false, false, 0, "", "no code was found"));
  }

  @Test
  void theSameProgramIsRunOnceAndHasOneAnswer() {
    Prompt prompt = prompt("{'style': 'asserts', 'tests': ['assert f() > 0']}");
    String program = "import time\ndef f(): return time.monotonic_ns()";
    try (Verifier verifier = QUICK.verifier()) {
      Verdict first = verifier.verify(prompt, "```\n" + program + "\n```");
      Verdict second = verifier.verify(prompt, "Or:\n```\n" + program + "\n```");
      assertThat(second).isEqualTo(first);
      assertThat(first.correct()).isTrue();
    }
  }

  @Test
  void aProgramThatPassesNowAndThenIsFlaky() {
    CodeJudge twice = new CodeJudge(Confinement.BUBBLEWRAP, "/usr/bin/python3", QUICK.limits(), 9);
    Prompt prompt = prompt("{'style': 'asserts', 'tests': ['assert f()']}");
    // Nine runs agree once in 256 times; of five such programs one is found all but surely.
    long flaky =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    twice.judge(
                        prompt,
                        "import os\ndef f(): return os.urandom(1)[0] >> %d & 1".formatted(i)))
            .filter(verdict -> !verdict.correct())
            .filter(
                verdict ->
                    verdict
                        .detail()
                        .matches(
                            "flaky: passed in \\d of \\d runs; in another it failed test 1 of 1:"
                                + " AssertionError; \\d+ ms CPU, \\d+ MiB"))
            .count();
    assertThat(flaky).isPositive();
    assertThat(twice.judge(prompt, "def f(): return True").detail()).startsWith("passed 1 of 1 ");
    assertThat(twice.judge(prompt, "def f(): return False").detail()).startsWith("failed test 1 ");
  }

  @Test
  void whatAProgramCostIsMeasured() {
    Prompt prompt = prompt("{'style': 'asserts', 'tests': ['f()']}");
    try (Verifier verifier = QUICK.verifier()) {
      Judgement.Cost waiting = cost(verifier, prompt, "def f(): pass");
      Judgement.Cost working =
          cost(
              verifier,
              prompt,
              "x = bytearray(100 << 20)\ndef f():\n    for i in range(5000000): pass");
      Judgement.Cost inChild =
          cost(
              verifier,
              prompt,
              "import subprocess, sys\ndef f(): subprocess.run([sys.executable, '-c', 'for i in range(5000000): pass'], check=True)");
      Judgement.Cost ended = cost(verifier, prompt, "def f():\n    while True: pass");
      assertThat(waiting.seconds()).isBetween(0.001, 0.1);
      assertThat(working.seconds()).isGreaterThan(2 * waiting.seconds());
      assertThat(inChild.seconds()).as("of all its processes").isGreaterThan(2 * waiting.seconds());
      assertThat(ended.seconds()).as("up to its limit").isBetween(0.5, 3.0);
      assertThat(working.peakMib()).isBetween(100L, 200L);
      assertThat(waiting.peakMib()).isBetween(5L, 50L);
      assertThat(ended.peakMib()).isBetween(5L, 50L);
    }
  }

  private static Judgement.Cost cost(Verifier verifier, Prompt prompt, String program) {
    return ((Judgement.Given) verifier.judge(prompt, program)).cost();
  }

  @Test
  void aProgramThatWasJudgedBeforeIsNotRun() {
    Prompt prompt = prompt("{'style': 'asserts', 'tests': ['assert f() > 0']}");
    Verdict before =
        new Verdict("program x", false, false, 0, "last fence", "failed then; 9 ms CPU, 9 MiB");
    try (CodeVerifier verifier = (CodeVerifier) QUICK.verifier()) {
      verifier.learn(new Answered(prompt, "So:\n```\ndef f(): return 1\n```"), before);
      Judgement.Given known = verifier.judge(prompt, "```\ndef f(): return 1\n```");
      assertThat(known.cost()).isEqualTo(Judgement.Cost.NONE);
      assertThat(known.verdict().correct()).isFalse();
      assertThat(known.verdict().detail()).isEqualTo(before.detail());
      assertThat(verifier.verify(prompt, "def f(): return 2").correct()).isTrue();
    }
  }

  @Test
  void hashesAreTheSameInEveryRun() {
    String reference = "{'style': 'asserts', 'tests': ['assert False, hash(str(1))']}";
    assertThat(told(reference, "x = 1")).isEqualTo(told(reference, "x = 1"));
  }

  @Test
  void referencesOfAllFormsAreAccepted() {
    assertThat(QUICK.accepts(prompt(TWICE))).isTrue();
    assertThat(QUICK.accepts(prompt(ECHO))).isTrue();
    assertThat(QUICK.accepts(prompt("{'style': 'asserts', 'tests': ['assert 1']}"))).isTrue();
    assertThat(
            QUICK.accepts(
                prompt(
                    "{'style': 'call', 'entry_point': 'f', 'tests':"
                        + " [{'input': '1', 'output': '2'}]}")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "assert f(1) == 2",
        "[]",
        "{'style': 'asserts'}",
        "{'style': 'asserts', 'tests': []}",
        "{'style': 'asserts', 'tests': ['assert 1', 2]}",
        "{'style': 'asserts', 'tests': ['assert 1'], 'setup': 1}",
        "{'style': 'function', 'prompt': '', 'entry_point': 'a b', 'test': 'x'}",
        "{'style': 'function', 'entry_point': 'f', 'test': 'x'}",
        "{'style': 'function', 'prompt': '', 'entry_point': 'f', 'test': ' '}",
        "{'style': 'stdin', 'tests': [{'input': 'a'}]}",
        "{'style': 'call', 'tests': [{'input': 'a', 'output': 'b'}]}",
        "{'style': 'shell', 'tests': []}"
      })
  void otherReferencesAreNot(String reference) {
    assertThat(QUICK.accepts(prompt(reference))).isFalse();
  }

  @Test
  void everyOptionIsInTheScorersName() {
    assertThat(CodeJudge.withDefaults().scorer())
        .isEqualTo(
            "code/1{sandbox=bubblewrap,python=/usr/bin/python3,cpu=10,test_cpu=6,memory=4096,"
                + "output=1024}");
    assertThat(read("judge: code, sandbox: none, accept_running_model_code: true").scorer())
        .isEqualTo(
            "code/1{sandbox=none,python=/usr/bin/python3,cpu=10,test_cpu=6,memory=4096,"
                + "output=1024}");
  }

  @Test
  void everyKeyIsReadAndWrittenBack() {
    assertThat(read("judge: code")).isEqualTo(CodeJudge.withDefaults());
    CodeJudge judge =
        read(
            "judge: code, python: /usr/local/bin/python3.13, limits: {cpu_seconds: 20,"
                + " test_cpu_seconds: 2, memory_mib: 1024, output_kib: 64}, repeat: 3, sandbox: none,"
                + " accept_running_model_code: true");
    assertThat(judge)
        .isEqualTo(
            new CodeJudge(
                Confinement.NONE, "/usr/local/bin/python3.13", new CodeLimits(20, 2, 1024, 64), 3));
    assertThat(judge.scorer()).endsWith(",output=64,repeat=3}");
    assertThat(JudgeKinds.keys(judge).toString())
        .isEqualTo(
            "{judge=code, python=/usr/local/bin/python3.13, limits={cpu_seconds=20,"
                + " test_cpu_seconds=2, memory_mib=1024, output_kib=64}, repeat=3, sandbox=none,"
                + " accept_running_model_code=true}");
    assertThat(JudgeKinds.keys(CodeJudge.withDefaults())).doesNotContainKey("accept");
  }

  @Test
  void withoutASandboxTheUserHasToSayThatTheyAcceptIt() {
    assertThatThrownBy(() -> read("judge: code, sandbox: none"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(
            "'sandbox' is 'none', which lets what a model wrote read and delete all that you can:"
                + " expected bubblewrap, or beside it 'accept_running_model_code: true'");
    assertThatThrownBy(() -> read("judge: code, accept_running_model_code: true"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("expected it beside 'sandbox: none' alone");
    assertThatThrownBy(() -> read("judge: code, python: python3"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Invalid python 'python3': expected a path below /usr");
  }

  @Test
  void withoutASandboxTheLimitsStillHold() {
    CodeJudge bare = new CodeJudge(Confinement.NONE, "/usr/bin/python3", QUICK.limits());
    assertThat(bare.judge(prompt(TWICE), "    return 2 * n\n").correct()).isTrue();
    assertThat(bare.judge(prompt(TWICE), "    while True: n += 1\n").detail())
        .startsWith("ended: more than 1 s of CPU time");
    assertThat(bare.judge(prompt(TWICE), "    return bytearray(n << 30)\n").detail())
        .startsWith("failed test 1 of 1: MemoryError");
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

  private static CodeJudge read(String keys) {
    return (CodeJudge)
        new SpecSource("x.yaml", "{" + keys + "}", List.of()).read(JudgeKinds::readAll).get(0);
  }
}
