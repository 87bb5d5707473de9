package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Judges that are programs of their own, written in Python. */
@Timeout(120)
public final class CommandJudgeTest {
  private static final String EXAMPLE = "examples/extension/judge.py";
  private static final String LOOP =
      """
      import json, os, subprocess, sys, time
      def verdict(item, **more):
          print(json.dumps({"id": item["id"], "correct": True, "answer": "yes", **more}), flush=True)
      for line in sys.stdin:
          item = json.loads(line)
          text = item["completion"]
      """;

  @TempDir private Path folder;

  /** Whether python3 starts on this machine. */
  public static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "-c", "").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the variable is set a machine is to have all that tests need. */
  @BeforeAll
  static void needsPython() {
    assumeTrue(System.getenv("GALTON_TEST_BROWSER") != null || hasPython(), "no python3 here");
  }

  @Test
  void theExampleJudgesOneCompletionAfterAnother() {
    try (Verifier verifier = judge(Path.of(EXAMPLE), 10).verifier()) {
      assertThat(verifier.verify(prompt("Lima"), "It is LIMA"))
          .isEqualTo(new Verdict("lima", true, false, 1));
      assertThat(verifier.verify(prompt("Lima"), "It is Quito"))
          .isEqualTo(new Verdict("quito", false, false, 0));
      assertThat(verifier.verify(prompt("Lima"), " \n"))
          .isEqualTo(new Verdict("", false, false, 0));
      assertThat(
              verifier
                  .verify(prompt("Ω\uD835\uDD38\n\"x\""), "a\uD800 \u2028Ω\uD835\uDD38\n\"x\"")
                  .answer())
          .isEqualTo("\"x\"");
    }
  }

  @Test
  void theScorerNamesVersionCommandAndTimeout() {
    CommandJudge judge = new CommandJudge(List.of("python3", "a b"), 3, Duration.ofSeconds(10));
    assertThat(judge.scorer()).matches("command/3\\{[0-9a-f]{16},timeout=10\\.0}");
    assertThat(new CommandJudge(List.of("python3", "a", "b"), 3, Duration.ofSeconds(10)).scorer())
        .isNotEqualTo(judge.scorer());
    assertThat(new CommandJudge(List.of("python3", "a b"), 4, Duration.ofSeconds(10)).scorer())
        .isNotEqualTo(judge.scorer());
  }

  @Test
  void aProgramThatFailsOnOneCompletionJudgesTheNext() throws IOException {
    CommandJudge judge =
        program(
            """
                if text == "die":
                    print("first\\n\\nTraceback", file=sys.stderr)
                    sys.exit(7)
                if text == "hang": time.sleep(600)
                if text == "child": subprocess.call(["sleep", "600"])
                if text == "chat": print("now judging", flush=True)
                if text == "long": print("x" * 100000, flush=True)
                if text == "late": verdict({"id": item["id"] - 1})
                if text == "twice": verdict(item)
                if text == "list": print("[]", flush=True); continue
                if text == "word": verdict(item, correct="yes"); continue
                if text == "blank": verdict(item, answer=""); continue
                if text == "error": print(json.dumps({"id": item["id"], "error": "no such unit"}), flush=True); continue
                if text == "false": verdict(item, correct=False, answer=""); continue
                verdict(item)
            """);
    try (Verifier verifier = new CommandVerifier(judge, Duration.ofSeconds(4))) {
      assertFails(verifier, "good", null);
      assertFails(
          verifier,
          "die",
          "the judge ended with exit code 7 and gave no verdict; its errors end with: first |"
              + " Traceback");
      assertFails(verifier, "hang", "the judge gave no verdict within ");
      assertFails(verifier, "child", "the judge gave no verdict within ");
      assertFails(verifier, "chat", "the judge wrote no JSON but: now judging");
      assertFails(verifier, "long", "the judge wrote a line of more than 65,536 bytes");
      assertFails(verifier, "late", "the judge wrote no verdict with the id ");
      assertFails(verifier, "list", "the judge wrote no verdict with the id ");
      assertFails(verifier, "word", "the judge wrote no verdict {\"id\": ");
      assertFails(verifier, "blank", "the judge wrote no verdict {\"id\": ");
      assertFails(verifier, "error", "the judge says: no such unit");
      assertThat(verifier.verify(prompt("x"), "false")).isEqualTo(new Verdict("", false, false, 0));
      assertFails(verifier, "twice", null);
      // The second verdict on the one before is not taken for one on this.
      assertFails(verifier, "false", "the judge wrote no verdict with the id ");
      assertThat(verifier.verify(prompt("x"), "false").correct()).isFalse();
    }
  }

  private static void assertFails(Verifier verifier, String completion, String reason) {
    if (reason == null) {
      assertThat(verifier.verify(prompt("x"), completion))
          .isEqualTo(new Verdict("yes", true, false, 1));
    } else {
      assertThatThrownBy(() -> verifier.verify(prompt("x"), completion))
          .isInstanceOf(JudgeFailure.class)
          .hasMessageStartingWith(reason);
    }
  }

  @Test
  void aProgramThatReadsNothingEndsInTime() throws IOException {
    Path script = Files.writeString(folder.resolve("deaf.py"), "import time\ntime.sleep(600)\n");
    try (JudgeProcess process =
        JudgeProcess.start(List.of("python3", script.toString()), folder.toString())) {
      assertThatThrownBy(() -> process.ask("x".repeat(1 << 20), Duration.ofSeconds(1)))
          .isInstanceOf(JudgeFailure.class)
          .hasMessage("the judge gave no verdict within 1.0 s");
    }
  }

  @Test
  void aProgramThatNeverGivesAVerdictIsBroken() throws IOException {
    CommandJudge judge = program("    sys.exit(\"no such model\")\n");
    Verifier verifier = judge.verifier();
    for (int i = 1; i < CommandVerifier.FAILURES_AT_FIRST; i++) {
      assertThatThrownBy(() -> verifier.verify(prompt("x"), "y")).isInstanceOf(JudgeFailure.class);
    }
    assertThatThrownBy(() -> verifier.verify(prompt("x"), "y"))
        .isInstanceOf(JudgeBroken.class)
        .hasMessageStartingWith("Cannot judge with [python3, ")
        .hasMessageContaining(
            "3 times without a verdict, 0 with one; the last time the judge ended")
        .hasMessageContaining(
            "exit code 1 and gave no verdict; its errors end with: no such model;")
        .hasMessageEndingWith(
            "correct the program, raise 'version' so that rollouts without a verdict are judged"
                + " again, then run the same command again");
    assertThatThrownBy(
            () -> {
              try (Verifier one = judge.verifier()) {
                assertThatThrownBy(() -> one.verify(prompt("x"), "y"))
                    .isInstanceOf(JudgeFailure.class);
              }
            })
        .isInstanceOf(JudgeBroken.class);
  }

  @Test
  void aProgramThatIsNotThereIsBroken() {
    CommandJudge judge =
        new CommandJudge(List.of("no-such-program", "x"), 1, Duration.ofSeconds(10));
    assertThatThrownBy(() -> judge.judge(prompt("x"), "y"))
        .isInstanceOf(JudgeBroken.class)
        .hasMessageStartingWith("Cannot start the judge [no-such-program, x]: ")
        .hasMessageContaining("install it on every machine that judges");
  }

  private CommandJudge program(String body) throws IOException {
    return judge(Files.writeString(folder.resolve("my judge.py"), LOOP + body), 1);
  }

  private static CommandJudge judge(Path script, int seconds) {
    return new CommandJudge(List.of("python3", script.toString()), 1, Duration.ofSeconds(seconds));
  }

  private static Prompt prompt(String reference) {
    return new Prompt("id", "mine", "id", "What is it?", reference, Map.of());
  }
}
