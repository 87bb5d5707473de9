package org.galton.study.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaSparkContext;
import org.galton.console.LocalSpark;
import org.galton.model.endpoint.MisbehavingServer;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.source.Checkpoints;
import org.galton.spec.InvalidInput;
import org.galton.study.playbook.row.PlaybookAnswerRow;
import org.galton.study.playbook.row.PlaybookRow;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.train.TrainingVocabulary;
import org.galton.train.policy.SmallCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in the roles, through Spark. */
final class SparkRolesTest {
  private static final Pattern SUM = Pattern.compile("(?s).*?(\\d+)\\+(\\d+)=\\?\\s*");
  private static final String RULE = "carry the one";

  private static PlaybookSpec spec(String source, String... overrides) {
    String[] all = new String[overrides.length + 7];
    all[0] = "generator=" + source;
    all[1] = "train=3";
    all[2] = "test=4";
    all[3] = "batch=3";
    all[4] = "rounds=2";
    all[5] = "sampling={max_tokens: 24}";
    all[6] = "task={name: arithmetic, operations: [add], levels: [2]}";
    System.arraycopy(overrides, 0, all, 7, overrides.length);
    return PlaybookJobTest.spec(all);
  }

  private static PlaybookResult run(PlaybookSpec spec) {
    return PlaybookJob.run(spec, "run", asking(spec), Journal.NONE);
  }

  private static Asking asking(PlaybookSpec spec) {
    return new SparkRoles(
        JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext()),
        spec,
        new Checkpoints());
  }

  /** A server that can add when it is told how, and says what it was told when asked to study. */
  private static String skilled(String prompt) {
    if (prompt.contains("You study answers")) {
      return "{\"lesson\": \""
          + RULE
          + "\", \"tags\": [{\"id\": \"misc-00001\", \"tag\": \"helpful\"}, {\"id\": \"x\", \"tag\": \"harmful\"}]}";
    }
    if (prompt.contains("You keep a playbook")) {
      return "```json\n{\"operations\": ["
          + (prompt.substring(0, prompt.indexOf("A lesson")).contains(RULE)
              ? ""
              : "{\"type\": \"ADD\", \"section\": \"OTHERS\", \"content\": \"" + RULE + "\"}")
          + "]}\n```";
    }
    if (prompt.contains("You keep a text")) {
      return "Rules: " + RULE;
    }
    Matcher sum = SUM.matcher(prompt);
    assertThat(sum.matches()).as(prompt).isTrue();
    int total = Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2));
    return prompt.contains(RULE)
        ? "answer=" + total + "\nBULLETS: misc-00001"
        : "answer=" + (total + 1);
  }

  @Test
  void aServerThatLearnsARuleIsRightWithIt() {
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS, (prompt, seed, serial) -> skilled(prompt))) {
      PlaybookResult result = run(spec(server.source("attempts=1"), "epochs=2", "duplicates=1"));

      assertThat(result.scores())
          .filteredOn(row -> row.step() == 0)
          .allMatch(row -> row.correct() == 0);
      assertThat(result.scores())
          .filteredOn(row -> row.step() == 2)
          .hasSize(2)
          .allMatch(row -> row.correct() == 4 && row.difference() == 1);
      PlaybookRow last = last(result, "ace");
      // Two rounds of each of three wrong answers, then one of each right one.
      assertThat(last.text()).endsWith("## OTHERS\n[misc-00001] helpful=3 harmful=0 :: " + RULE);
      assertThat(last.faults()).isEmpty();
      assertThat(last.unknownTags()).isEqualTo(3);
      assertThat(last(result, "rewrite").text()).isEqualTo("Rules: " + RULE);
      assertThat(result.answers())
          .filteredOn(row -> row.arm().equals("ace") && row.step() == 2)
          .allMatch(row -> row.used().equals(List.of("misc-00001")));
    }
  }

  @Test
  void hostileRepliesLeaveTheContextAndAreRows() {
    String deep = "{\"operations\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) ->
                prompt.contains("You study answers")
                    ? "\u001b[31m" + "x".repeat(10_000_000)
                    : prompt.contains("You keep a playbook")
                        ? deep
                        : prompt.contains("You keep a text")
                            ? "y".repeat(10_000_000)
                            : "answer=\u0007" + prompt.length())) {
      PlaybookResult result = run(spec(server.source("attempts=1"), "rounds=1"));

      for (String arm : List.of("ace", "rewrite")) {
        PlaybookRow last = last(result, arm);
        assertThat(last.tokens()).isZero();
        assertThat(last.faults()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(last.faults()).anyMatch(fault -> fault.contains("reflector: "));
      }
      assertThat(last(result, "ace").faults()).anyMatch(fault -> fault.contains("curator: "));
      assertThat(last(result, "rewrite").faults()).anyMatch(fault -> fault.contains("rewriter: "));
    }
  }

  /** Its weights say nothing; what they say goes the way of every reply. */
  @Test
  void aRandomCheckpointGoesThroughAllRoles(@TempDir Path folder) throws IOException {
    LlamaConfig config =
        new LlamaConfig(TrainingVocabulary.SIZE, 16, 2, 2, 1, 8, 24, 4096, 1e-5, 10_000, true);
    String source = SmallCheckpoint.write(folder, config, 7).toString();

    PlaybookResult result = run(spec(source, "rounds=1"));

    assertThat(result.answers())
        .hasSize(3 * 4 + 2 * (4 + 3))
        .allMatch(row -> row.correct() != null && row.promptTokens() > 0);
    assertThat(result.answers())
        .filteredOn(row -> row.phase().equals("train"))
        .anyMatch(row -> !row.lesson().isEmpty())
        .allMatch(row -> row.rounds() == 1);
    assertThat(last(result, "ace").faults())
        .hasSize(6)
        .allMatch(fault -> fault.contains("it holds no JSON object") || fault.contains("no JSON"));
    assertThat(run(spec(source, "rounds=1"))).isEqualTo(result);
  }

  /** One call a task, or all of them in one. */
  @Test
  void theDivisionAmongTasksDoesNotMatter() {
    PlaybookSpec spec = spec("builtin:abacus@1547", "test=24", "sampling.max_tokens=48");
    Asking asking = asking(spec);
    List<RoleCall> calls =
        spec.task().prompts(Split.TEST, spec.test(), spec.seed()).stream()
            .map(SparkRolesTest::answer)
            .map(call -> call.apply(spec))
            .toList();

    List<RoleReply> together = asking.ask(calls);

    assertThat(together).anyMatch(reply -> reply.right()).anyMatch(reply -> !reply.right());
    for (int i = 0; i < calls.size(); i += 5) {
      assertThat(asking.ask(List.of(calls.get(i)))).containsExactly(together.get(i));
    }
  }

  private static Function<PlaybookSpec, RoleCall> answer(Prompt prompt) {
    return spec ->
        new RoleCalls(spec, Arm.FIXED, new ArmContext.Free("")).answer(prompt, "", "test");
  }

  /** It reads 128 characters at once, less than any reflector is asked. */
  @Test
  void whatAModelCannotReadIsAFault() {
    PlaybookResult result = run(spec("builtin:abacus@1547"));

    PlaybookRow last = last(result, "ace");
    assertThat(last.tokens()).isZero();
    assertThat(last.faults())
        .isNotEmpty()
        .allMatch(fault -> fault.contains("reflector: ") || fault.contains("curator: "));
    assertThat(result.answers())
        .filteredOn(row -> row.phase().equals("test"))
        .extracting(PlaybookAnswerRow::correct)
        .doesNotContainNull();
  }

  @Test
  void aModelThatIsNotThereIsSaidSo() {
    PlaybookSpec spec = spec("no/such/model");

    assertThatThrownBy(() -> run(spec))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no/such/model");
  }

  @Test
  void calibratedRolesWantATaskWithAnAnswerAsItsReference() {
    PlaybookSpec spec = spec("calibrated", "task={name: countdown}", "calibrated.base=1");

    assertThatThrownBy(() -> run(spec))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot let calibrated roles answer task 'countdown'")
        .hasMessageEndingWith("or models as roles");
  }

  private static PlaybookRow last(PlaybookResult result, String arm) {
    List<PlaybookRow> rows =
        result.versions().stream().filter(row -> row.arm().equals(arm)).toList();
    return rows.get(rows.size() - 1);
  }
}
