package org.galton.task.judge.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Template;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.galton.task.jsonl.JsonlTask;
import org.galton.task.judge.sandbox.SandboxHere;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Problems in the forms of HumanEval, MBPP and LiveCodeBench, with completions that solve them or
 * do not.
 */
final class CodeProblemsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @BeforeAll
  static void needsASandbox() {
    SandboxHere.assume();
  }

  @TestFactory
  Stream<DynamicTest> everyCompletionGetsItsVerdictTwice() throws IOException {
    Map<String, Prompt> problems =
        problems().stream().collect(Collectors.toMap(CodeProblemsTest::id, Function.identity()));
    List<JsonNode> completions = completions();
    assertThat(completions.stream().map(one -> one.path("id").asText()).collect(Collectors.toSet()))
        .isEqualTo(problems.keySet());
    return completions.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.path("id").asText() + (one.path("right").asBoolean() ? " +" : " -"),
                    () -> judge(problems.get(one.path("id").asText()), one)));
  }

  private static void judge(Prompt problem, JsonNode one) {
    Verdict first = once(problem, one.path("completion").asText());
    Verdict second = once(problem, one.path("completion").asText());

    assertThat(first.correct()).as(first.toString()).isEqualTo(one.path("right").asBoolean());
    assertThat(first.reward()).isEqualTo(first.correct() ? 1 : 0);
    assertThat(first.detail()).startsWith(first.correct() ? "passed " : "failed ");
    assertThat(told(second)).isEqualTo(told(first));
    assertThat(second.answer()).isEqualTo(first.answer()).startsWith("program ");
  }

  private static String told(Verdict verdict) {
    return verdict.detail().replaceAll("; [0-9]+ ms CPU, [0-9]+ MiB$", "");
  }

  private static Verdict once(Prompt problem, String completion) {
    try (Verifier verifier = CodeJudge.withDefaults().verifier()) {
      return verifier.verify(problem, completion);
    }
  }

  private static String id(Prompt problem) {
    return problem.attributes().get("id");
  }

  private static List<Prompt> problems() throws IOException {
    Path file = Path.of("src/test/resources/org/galton/task/judge/code/problems.jsonl");
    try (Reader lines = Files.newBufferedReader(file)) {
      JsonlTask task =
          JsonlTask.read(
              "problems",
              file.toString(),
              lines,
              List.of(CodeJudge.withDefaults()),
              new Template("{question}"));
      return task.prompts(Split.TEST, task.mostPrompts(), 0);
    }
  }

  private static List<JsonNode> completions() throws IOException {
    try (InputStream lines = CodeProblemsTest.class.getResourceAsStream("completions.jsonl")) {
      String text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(JSON.readValue("[" + text.strip().replace("\n", ",") + "]", JsonNode[].class));
    }
  }
}
