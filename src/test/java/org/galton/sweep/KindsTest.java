package org.galton.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.galton.spec.InvalidInput;
import org.galton.spec.Kind;
import org.galton.spec.Kinds;
import org.galton.spec.SpecSource;
import org.galton.spec.SpecText;
import org.galton.task.TextFiles;
import org.galton.task.judge.JudgeKinds;
import org.galton.task.kind.TaskKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kinds of task, judge and model, all that are registered. */
final class KindsTest {
  private static final TextFiles FILES =
      path ->
          new StringReader(
              ("{\"id\": 1, \"prompt\": \"1+1\", \"reference\": %s, \"question\": \"1+1\","
                      + " \"answer\": \"#### 2\"}")
                  .formatted(
                      switch (path) {
                        case "letters.jsonl" -> "\"A\"";
                        case "programs.jsonl" ->
                            "{\"style\": \"asserts\", \"tests\": [\"assert f() == 1\"]}";
                        case "schemas.jsonl" -> "{\"type\": \"number\"}";
                        case "instructions.jsonl" ->
                            "{\"instruction_id_list\": [\"punctuation:no_comma\"], \"kwargs\":"
                                + " [{}]}";
                        default -> "\"2\"";
                      }));

  /** Keys without a default. */
  private static final Map<String, Map<String, Object>> NEEDED =
      Map.ofEntries(
          Map.entry("jsonl", Map.of("path", "mine.jsonl", "judge", "exact")),
          Map.entry("benchmark", Map.of("path", "mine.jsonl", "recipe", "gsm8k", "style", "chat")),
          Map.entry("environment", Map.of("environment", "hanoi/easy")),
          Map.entry("team", Map.of("environment", "arithmetic/easy")),
          Map.entry("choice", Map.of("path", "letters.jsonl", "letters", "A-D")),
          Map.entry("json-schema", Map.of("path", "schemas.jsonl")),
          Map.entry("ifeval", Map.of("path", "instructions.jsonl")),
          Map.entry("code", Map.of("path", "programs.jsonl")),
          Map.entry("model", Map.of("model", "builtin:abacus")),
          Map.entry("regex", Map.of("pattern", "(x)")),
          Map.entry(
              "command",
              Map.of("command", List.of("judge", "--x", "1", "--y", "1"), "version", 1)));

  static Stream<Map<String, Object>> tasks() {
    return Stream.concat(
        TaskKinds.all().names().stream().map(kind -> task(kind, Map.of())),
        JudgeKinds.all().names().stream()
            .map(
                judge -> {
                  Map<String, Object> keys = new HashMap<>(needed(judge));
                  keys.put("judge", judge);
                  return task("jsonl", keys);
                }));
  }

  private static Map<String, Object> task(String kind, Map<String, Object> more) {
    Map<String, Object> keys = new LinkedHashMap<>(needed(kind));
    keys.put("name", "mine");
    keys.put("kind", kind);
    keys.put("prompts", 1);
    keys.putAll(more);
    return keys;
  }

  private static Map<String, Object> needed(String kind) {
    return NEEDED.getOrDefault(kind, Map.of());
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyKindReadsWhatItWrote(Map<String, Object> keys) {
    SweepSpec spec = read(keys);
    String written = spec.toYaml();
    SweepSpec again = SweepSpec.read(new SpecSource("stored", written, List.of()), FILES);

    assertThat(written).contains("kind: " + keys.get("kind"));
    assertThat(again.tasks()).isEqualTo(spec.tasks());
    assertThat(again.toYaml()).isEqualTo(written);
  }

  @Test
  void aTaskOfNoKindIsNotWritten() {
    assertThatThrownBy(() -> TaskKinds.keys(new EmptyTask()))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot write task 't': no kind of task has the class org.galton.sweep.EmptyTask; the"
                + " kinds known here are sums, arithmetic, countdown, group-search, letter-sum,"
                + " facts, secret, environment, team, jsonl, benchmark");
  }

  @Test
  void aModelOfNoKindIsToldThoseThatAre() {
    assertThat(ModelKinds.of("endpiont:x")).isEmpty();
    assertThat(ModelKinds.of("runs/step-100")).isEmpty();
    assertThat(ModelKinds.unknown("runs/step-100")).isEmpty();
    assertThat(ModelKinds.unknown("hdfs://host/run")).isEmpty();
    assertThat(ModelKinds.unknown("endpiont:x").orElseThrow())
        .hasMessage(
            "Cannot read model endpiont:x: no such directory, and no kind of model is called"
                + " 'endpiont' (did you mean 'endpoint'?); expected a Hugging Face checkpoint"
                + " directory, or a name that begins with builtin:, endpoint:, scripted:, serve:");
  }

  @Test
  void namesOfKindsAreGivenOnceAndAreWords() {
    Kind one = () -> "one";
    Kind wrong = () -> "my kind:";

    assertThatThrownBy(() -> Kinds.find(Kind.class, "judges", List.of(one, (Kind) () -> "one")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageMatching(
            "Two judges are called 'one': .* and .*; rename one, or leave its jar out");
    assertThatThrownBy(() -> Kinds.find(Kind.class, "judges", List.of(wrong)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(
            "among the judges it is called 'my kind:', expected lower-case letters, digits and -");
  }

  private static SweepSpec read(Map<String, Object> task) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("sweep", "x");
    keys.put("seed", 1);
    keys.put("output", "out");
    keys.put("rollouts", 1);
    keys.put("models", List.of("builtin:abacus"));
    keys.put("tasks", List.of(task));
    keys.put("sampling", Map.of("max_tokens", 4));
    return SweepSpec.read(new SpecSource("x.yaml", SpecText.of(keys), List.of()), FILES);
  }
}
