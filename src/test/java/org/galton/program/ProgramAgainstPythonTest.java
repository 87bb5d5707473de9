package org.galton.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.galton.task.judge.CommandJudgeTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs print, beside what CPython prints for the same text. */
final class ProgramAgainstPythonTest {
  private static final String FAULT = "fault: ";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Runs each program of a list and prints the list of what they print; null where one fails. */
  private static final String RUNNER =
      """
      import contextlib, io, json, resource, sys
      resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
      def run(text):
          out = io.StringIO()
          try:
              with contextlib.redirect_stdout(out):
                  exec(text, {})
          except Exception:
              return None
          return out.getvalue()
      programs = json.load(open(sys.argv[1], encoding="utf-8"))
      json.dump([run(text) for text in programs], sys.stdout)
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void needsPython() {
    assumeTrue(
        System.getenv("GALTON_TEST_BROWSER") != null || CommandJudgeTest.hasPython(),
        "no python3 here");
  }

  @Test
  void aTourOfTheLanguagePrintsTheSame() throws Exception {
    String tour =
        Files.readString(Path.of(ProgramAgainstPythonTest.class.getResource("tour.py").toURI()));
    JsonNode expected = python(List.of(tour));
    assertThat(expected.get(0).isTextual()).isTrue();
    assertThat(Program.read(tour).run(1_000_000).printed()).isEqualTo(expected.get(0).asText());
  }

  @Test
  void randomProgramsPrintTheSame() throws Exception {
    long seed = System.nanoTime();
    RandomPrograms random = new RandomPrograms(new Random(seed));
    List<String> programs = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      programs.add(random.program());
    }
    // CPython would compute for long where integers grow, also behind a text that only we refuse.
    programs.removeIf(
        program ->
            outcome(program).contains("beyond 64 bits")
                || outcome(program).contains("replace() takes no empty text"));
    JsonNode expected = python(programs);
    int same = 0;
    for (int i = 0; i < programs.size(); i++) {
      String outcome = outcome(programs.get(i));
      if (!outcome.startsWith(FAULT)) {
        assertThat(expected.get(i).asText(null))
            .as("seed %d, program:%n%s", seed, programs.get(i))
            .isEqualTo(outcome);
        same++;
      } else {
        assertThat(expected.get(i).isNull())
            .as("seed %d, %s, program:%n%s", seed, outcome, programs.get(i))
            .isTrue();
      }
    }
    assertThat(same).as("seed %d: programs that end well", seed).isGreaterThan(400);
  }

  private static String outcome(String program) {
    try {
      return Program.read(program).run(1_000_000).printed();
    } catch (ProgramException e) {
      return FAULT + e.getMessage();
    }
  }

  private JsonNode python(List<String> programs)
      throws IOException, InterruptedException, URISyntaxException {
    Path given = folder.resolve("programs.json");
    Path printed = folder.resolve("printed.json");
    Files.write(given, JSON.writeValueAsBytes(programs));
    Process python =
        new ProcessBuilder("python3", "-c", RUNNER, given.toString())
            .redirectOutput(printed.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(python.waitFor()).isZero();
    return JSON.readTree(Files.readString(printed, StandardCharsets.UTF_8));
  }
}
