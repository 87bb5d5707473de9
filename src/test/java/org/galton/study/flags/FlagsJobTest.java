package org.galton.study.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.flags.Rules;
import org.galton.spec.InvalidInput;
import org.galton.study.flags.row.FlagLabelRow;
import org.galton.study.flags.row.FlagOutcomeRow;
import org.galton.study.flags.row.FlagRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlagsJobTest {
  private static final Rules RULES = new Rules(Set.of("run_tests"), Set.of("submit"));
  private static final String EXAMPLE = "examples/transcripts.jsonl";

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  // The hasty agent answers 120 whatever is asked, and once reads a file that it is not to know.
  @Test
  void thePlantedShortcutAndTheHiddenFileAreFound() {
    FlagsResult result = run(null, EXAMPLE);
    assertThat(result.flags())
        .filteredOn(flag -> flag.rule().equals("constant_answer"))
        .hasSize(6)
        .allMatch(flag -> flag.model().equals("hasty") && flag.evidence().equals("120"));
    assertThat(result.flags())
        .filteredOn(flag -> flag.rule().equals("hidden_text"))
        .singleElement()
        .extracting(FlagRow::model, FlagRow::problem, FlagRow::rollout, FlagRow::step)
        .containsExactly("hasty", "fare-3", "1", 1);
  }

  @Test
  void flagsStandBesideOutcomes() {
    FlagOutcomeRow failures = outcome(run(null, EXAMPLE), "careful", "tool_failure");
    assertThat(failures.failed()).isEqualTo(4);
    assertThat(failures.failedFlagged()).isEqualTo(3);
    assertThat(failures.succeeded()).isEqualTo(4);
    assertThat(failures.succeededFlagged()).isEqualTo(2);
    assertThat(failures.excluded()).isEqualTo(1);
    assertThat(failures.ratio()).isEqualTo(1.5, within(1e-15));
    FlagOutcomeRow checks = outcome(run(null, EXAMPLE), "careful", "verification");
    assertThat(checks.first()).isEqualTo(1);
    assertThat(checks.second()).isEqualTo(0.2);
    assertThat(checks.ratio()).isEqualTo(5, within(1e-14));
  }

  @Test
  void labelsSayHowPreciseFlagsAre() {
    FlagLabelRow failures = run("examples/flag-labels.csv", EXAMPLE).labels().get(0);
    assertThat(failures.rubric()).isEqualTo("tool_failure");
    assertThat(failures.labelled()).isEqualTo(7);
    assertThat(failures.both()).isEqualTo(3);
    assertThat(failures.flagOnly()).isEqualTo(1);
    assertThat(failures.precision()).isEqualTo(0.75);
    assertThat(failures.recall()).isEqualTo(1);
    // Agreement 6/7, by chance (3/7)(4/7) + (4/7)(3/7).
    assertThat(failures.kappa()).isEqualTo((6.0 / 7 - 24.0 / 49) / (1 - 24.0 / 49), within(1e-12));
  }

  @Test
  void orderAndFilesChangeNothing() throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(Path.of(EXAMPLE)));
    FlagsResult once = run(null, EXAMPLE);
    Collections.shuffle(rows, new Random(3));
    FlagsResult again =
        run(
            null,
            write("some.jsonl", rows.subList(0, 5)),
            write("rest.jsonl", rows.subList(5, rows.size())));
    assertThat(again).isEqualTo(once);
  }

  // Right everywhere, or the same only where the same is right: no shortcut.
  @Test
  void anAnswerThatIsRightIsNoShortcut() throws IOException {
    String head = "model,problem,success,answer,family,reference";
    String right = write("right.csv", List.of(head, "m,p,1,7,f,7", "m,q,1,7,f,7.0"));
    String same = write("same.csv", List.of(head, "m,p,0,7,f,8", "m,q,0,7,f,8"));
    String other = write("other.csv", List.of(head, "m,p,1,7,f,7", "m,q,0,8,f,9"));
    String planted = write("planted.csv", List.of(head, "m,p,1,7,f,7", "m,q,0,7,f,9"));
    assertThat(run(null, right).flags()).isEmpty();
    assertThat(run(null, same).flags()).isEmpty();
    assertThat(run(null, other).flags()).isEmpty();
    assertThat(run(null, planted).flags()).hasSize(2);
  }

  @Test
  void whatRolloutsCannotShowHasNoRow() throws IOException {
    FlagsResult result = run(null, write("plain.csv", List.of("model,problem,success", "m,p,1")));
    assertThat(result.outcomes())
        .extracting(FlagOutcomeRow::rubric)
        .containsExactly("instruction_violation", "environmental_barrier");
    assertThat(result.section().missing())
        .containsExactly(
            "tool_failure of 1 agent: no rollout has a call of a tool",
            "self_correction of 1 agent: no rollout has a call of a tool",
            "verification of 1 agent: no rollout has a call of a tool",
            "shortcut of 1 agent: no rollout has hidden texts, or an answer and a reference in a family");
  }

  @Test
  void wrongCellsAndLabelsAreRefused() throws IOException {
    refused("steps", "search", "column 'steps' is no JSON");
    refused("steps", "{}", "column 'steps' is no array");
    refused("steps", "[7]", "step 1 in column 'steps' has neither tool nor text");
    refused(
        "steps",
        "\"[{\"\"tool\"\":\"\"a\"\",\"\"failed\"\":\"\"no\"\"}]\"",
        "'failed' of step 1 in column 'steps' is neither true nor false");
    refused("hidden", "\"[\"\"\"\"]\"", "column 'hidden' has an empty text");
    String rows = write("rows.csv", List.of("model,problem,success", "m,p,1", "m,q,1", "m,q,0"));
    String head = "model,problem,rubric,label";
    refusedLabels(rows, List.of(head, "m,p,luck,1"), "column 'rubric' is 'luck'; expected");
    refusedLabels(rows, List.of(head, "m,r,shortcut,1"), "no rollout of the input has task ''");
    refusedLabels(rows, List.of(head, "m,q,shortcut,1"), "two rollouts have task ''");
    refusedLabels(
        rows, List.of(head, "m,p,shortcut,1", "m,p,shortcut,1"), "has two labels of rubric");
  }

  private void refused(String column, String cell, String message) throws IOException {
    String file =
        write("wrong.csv", List.of("model,problem,success," + column, "m,p,1,", "m,p,1," + cell));
    assertThatThrownBy(() -> run(null, file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("wrong.csv")
        .hasMessageContaining("model 'm', problem 'p'")
        .hasMessageContaining(message);
  }

  private void refusedLabels(String rows, List<String> labels, String message) throws IOException {
    String file = write("labels.csv", labels);
    assertThatThrownBy(() -> run(file, rows))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("labels.csv")
        .hasMessageContaining(message);
  }

  private static FlagOutcomeRow outcome(FlagsResult result, String model, String rubric) {
    return result.outcomes().stream()
        .filter(row -> row.model().equals(model) && row.rubric().equals(rubric))
        .findFirst()
        .orElseThrow();
  }

  private String write(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines).toString();
  }

  private FlagsResult run(String labels, String... inputs) {
    return new FlagsJob(spark, new Configuration(false), RULES)
        .run("run-1", List.of(inputs), labels);
  }
}
