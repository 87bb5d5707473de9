package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.galton.model.endpoint.MisbehavingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Benchmarks from their files to their reports, each by one command. */
final class BenchmarkSweepsIT {
  private static final String UNKNOWN = "I don't know.";

  /** A part of a prompt, and what a model says that knows. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("multiples of 7", "\\boxed{71}"),
          Map.entry("smaller than 400", "\\boxed{57}"),
          Map.entry("is divided by 1000", "\\boxed{024}"),
          Map.entry("no nucleus", "Answer: A red blood cell"),
          Map.entry("functional group", "Answer: A hydroxyl group"),
          Map.entry("number is prime", " 97 has no divisor. The answer is (C)."),
          Map.entry("\"kettle\" and \"spoon\"", "A spoon lies beside the kettle."),
          Map.entry("about rain", "Rain falls."),
          Map.entry("capital of Portugal", "Lisbon"),
          Map.entry("forget everything", "No."),
          Map.entry("Which teams played?", " Herons\nOtters"),
          Map.entry("Who mended the wall?", " unanswerable"),
          Map.entry("def last_digit", "    return abs(n) % 10\n"),
          Map.entry("def middle", "    return sorted([a, b, c])[1]\n"),
          Map.entry(
              "def span",
              "```python\ndef span(numbers):\n    low, *_, high = sorted(numbers * 2) or [0, 0]\n"
                  + "    return high - low\n```"),
          Map.entry(
              "half-life of a decay",
              "```python\ndef half_life(time, share):\n    import math\n"
                  + "    return round(time / math.log2(1 / share), 4)\n```"),
          Map.entry("square root of a number", "def root(n):\n  return int(n ** 0.5)\n"),
          Map.entry("Print their sum", "```python\nprint(sum(map(int, input().split())))\n```"),
          Map.entry(
              "never falls",
              "```python\nclass Solution:\n    def isSorted(self, nums):\n"
                  + "        return nums == sorted(nums)\n```"),
          Map.entry("jars away", " 24 - 5 = 19\n#### 19"),
          Map.entry("sqrt{50}", "\\boxed{5\\sqrt{2}}"),
          Map.entry("|x-4|<2", "\\boxed{2<x<6}"));

  @TempDir private static Path temporary;

  private static MisbehavingServer server;

  @BeforeAll
  static void start() {
    System.setProperty("spark.master", "local[2]");
    server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) ->
                prompt.startsWith("You grade an answer") ? graded(prompt) : known(prompt));
  }

  /** As the judging model, which takes the server's word for it. */
  private static String graded(String prompt) {
    return "GRADE: " + (prompt.contains(UNKNOWN) ? "NOT_ATTEMPTED" : "CORRECT");
  }

  private static String known(String prompt) {
    String asked = prompt.substring(Math.max(0, prompt.length() - 900));
    return KNOWN.entrySet().stream()
        .filter(known -> asked.contains(known.getKey()))
        .max(Comparator.comparing(known -> asked.lastIndexOf(known.getKey())))
        .map(Map.Entry::getValue)
        .orElse(UNKNOWN);
  }

  @AfterAll
  static void stop() {
    System.clearProperty("spark.master");
    server.close();
  }

  /** Columns as published, questions that this model can read. */
  @Test
  void gsm8kIsAskedOfTheModelThatGaltonCarries() throws IOException {
    Path questions = temporary.resolve("sums.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 10; i < 50; i++) {
      lines.append(
          "{\"question\": \"%d+%d=?\", \"answer\": \"%d+%d=<<%d+%d=%d>>%d\\n#### %d\"}\n"
              .formatted(i, i + 3, i, i + 3, i, i + 3, 2 * i + 3, 2 * i + 3, 2 * i + 3));
    }
    Files.writeString(questions, lines);
    double rate =
        sweep(
            "gsm8k",
            "models=[builtin:abacus]",
            "tasks.0.path=" + questions,
            "tasks.0.shots=0",
            "tasks.0.template=\"{{ question }}\\n\"",
            "sampling.max_tokens=64");

    assertThat(rate).isGreaterThan(0.8);
  }

  /** How many of the items the server knows. */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "gsm8k, 1, 8",
    "math500, 2, 6",
    "aime24, 2, 5",
    "aime25, 2, 5",
    "gpqa-diamond, 2, 5",
    "mmlu-pro, 1, 6",
    "humaneval, 2, 5",
    "humaneval-plus, 2, 5",
    "mbpp, 1, 5",
    "mbpp-plus, 1, 5",
    "evalplus, 2, 4",
    "livecodebench, 2, 5",
    "ifeval, 2, 6",
    "simpleqa, 1, 5",
    "truthfulqa, 1, 5",
    "drop, 1, 5",
    "squad2, 1, 5"
  })
  void everyRecipeRunsFromItsFileToItsReport(String name, int known, int items) throws IOException {
    String source = server.source();
    List<String> settings = new ArrayList<>(List.of("models=[\"" + source + "\"]", "rollouts=2"));
    if (name.equals("simpleqa") || name.equals("truthfulqa")) {
      settings.add("tasks.0.judges.0.model=" + source);
    }
    double rate = sweep(name, settings.toArray(String[]::new));
    String report = Files.readString(temporary.resolve(name).resolve(name + "-report.html"));

    assertThat(rate).isEqualTo((double) known / items);
    if (name.equals("gpqa-diamond")) {
      assertThat(report).doesNotContain("functional group", "hydroxyl").contains("not to be shown");
    } else {
      assertThat(report).doesNotContain("not to be shown");
    }
  }

  /** The newest model's pass@1. */
  private static double sweep(String name, String... settings) throws IOException {
    StringWriter said = new StringWriter();
    StringWriter wrong = new StringWriter();
    CommandLine galton =
        Galton.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(wrong));
    List<String> line =
        new ArrayList<>(List.of("sweep", "jobs/benchmarks/" + name + ".yaml", "--json"));
    for (String setting : settings) {
      line.addAll(List.of("--set", setting));
    }
    line.addAll(List.of("--set", "output=" + temporary.resolve(name)));
    assertThat(Galton.run(galton, line.toArray(String[]::new))).as(said + "\n" + wrong).isZero();
    JsonNode newest = new ObjectMapper().readTree(said.toString()).path("newest").path(0);
    assertThat(newest.path("figure").asText()).isEqualTo("pass@1");
    return newest.path("value").asDouble();
  }
}
