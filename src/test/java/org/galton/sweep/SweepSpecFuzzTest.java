package org.galton.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to a spec, it is read or refused with problems. {@code -Dgalton.fuzz.seed=N}
 * repeats a run.
 */
@Tag("slow")
class SweepSpecFuzzTest {
  private static final int MUTANTS = 3_000;
  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "\n",
          "\t",
          ":",
          ": ",
          "- ",
          "[",
          "]",
          "{",
          "}",
          "#",
          "&a ",
          "*a",
          "!!int ",
          "!x ",
          "|\n",
          "'",
          "\"",
          "? ",
          "---\n",
          "%",
          "<<: *a",
          "null",
          "~",
          "-1",
          "0",
          "1e9",
          ".nan",
          "0x7f",
          "9999999999999999999",
          "yes",
          "é",
          "\uD83D",
          "\u0000",
          "\uFEFF",
          "prompts",
          "kind: jsonl",
          "path: x",
          "tasks",
          "jsonl",
          "split: train");

  @Test
  void readsOrRefusesWhateverIsWritten() throws IOException {
    long seed = Long.getLong("galton.fuzz.seed", System.nanoTime());
    Random random = new Random(seed);
    String demo = Files.readString(Path.of("jobs/demo.yaml"));
    for (int i = 0; i < MUTANTS; i++) {
      String text = mutant(demo, random);
      List<String> overrides =
          random.nextInt(4) == 0 ? List.of(mutant("tasks.0.prompts=8", random)) : List.of();
      try {
        check(new SpecSource("x.yaml", text, overrides));
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        throw new AssertionError(
            "-Dgalton.fuzz.seed=" + seed + " --set " + overrides + "\n" + text, e);
      }
    }
  }

  private static void check(SpecSource source) {
    SweepSpec spec;
    try {
      spec = read(source);
    } catch (InvalidInput e) {
      assertThat(e.problems()).isNotEmpty().allMatch(problem -> problem.startsWith("Cannot read "));
      return;
    }
    assertThat(read(new SpecSource("again", spec.toYaml(), List.of()))).isEqualTo(spec);
  }

  private static SweepSpec read(SpecSource source) {
    return SweepSpec.read(
        source,
        path -> {
          throw new FileNotFoundException(path);
        });
  }

  private static String mutant(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      int from = random.nextInt(mutant.length() + 1);
      int to = Math.min(mutant.length(), from + (random.nextBoolean() ? 0 : random.nextInt(12)));
      String piece =
          random.nextInt(5) == 0
              ? text.substring(from % text.length())
              : PIECES.get(random.nextInt(PIECES.size()));
      mutant.replace(from, to, piece);
    }
    return mutant.toString();
  }
}
