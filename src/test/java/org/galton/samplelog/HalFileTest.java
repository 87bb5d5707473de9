package org.galton.samplelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.galton.samplelog.HalRun.Tokens;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HalFileTest {
  private static final String CONFIG =
      "\"config\": {\"agent_name\": \"A (m)\", \"benchmark_name\": \"b\", \"date\":"
          + " \"2025-09-10\", \"run_id\": \"r\", \"agent_args\": {\"model_name\": \"m\","
          + " \"reasoning_effort\": \"low\"}}";
  private static final String RESULTS =
      "\"results\": {\"accuracy\": 0.5, \"successful_tasks\": [\"x\"], \"failed_tasks\": [7],"
          + " \"total_cost\": 1.5, \"latencies\": {\"x\": {\"total_time\": 3.5}}}";
  private static final String CALLS = "\"raw_logging_results\": [%s, %s, {\"id\": \"no task\"}]";
  private static final String USAGE =
      "\"total_usage\": {\"m\": {\"prompt_tokens\": 30, \"completion_tokens\": 3}}";

  @TempDir private Path folder;

  private static String call(String task, String model, int prompt, int completion) {
    return "{\"weave_task_id\": \"%s\", \"inputs\": {\"messages\": []}, \"summary\": {\"usage\": {\"%s\": {\"prompt_tokens\": %d, \"completion_tokens\": %d}}}}"
        .formatted(task, model, prompt, completion);
  }

  @Test
  void aRunTellsWhatIsKnownOfEachTask() throws IOException {
    HalRun run =
        read(CONFIG, RESULTS, CALLS.formatted(call("x", "m", 10, 1), call("x", "m", 20, 2)), USAGE);
    assertThat(run.agent()).isEqualTo("A (m)");
    assertThat(run.model()).contains("m");
    assertThat(run.effort()).contains("low");
    assertThat(run.right()).isEqualTo(Map.of("x", true, "7", false));
    assertThat(run.seconds()).isEqualTo(Map.of("x", 3.5));
    // All of the run's tokens are those of x, so the other task has none.
    assertThat(run.tokens()).contains(Map.of("x", new Tokens(30, 3), "7", new Tokens(0, 0)));
    assertThat(run.dollars()).isEqualTo(1.5);
    assertThat(run.notes())
        .containsExactly(
            "seconds are known of 1 of 2 tasks",
            "dollars are known of the whole run alone (1.5), and are not divided among its tasks");
  }

  @Test
  void laterVersionsGroupCallsByTaskAndHaveClocks() throws IOException {
    HalRun run =
        read(
            CONFIG,
            RESULTS,
            "\"raw_logging_results\": {\"7\": {\"messages\": [{\"content\": \"…\"}],"
                + " \"call_metadata\": [{\"usage\": {\"input_tokens\": 8,"
                + " \"cache_read_input_tokens\": 2, \"output_tokens\": 1}}]}, \"x\": {\"call_metadata\":"
                + " [{\"usage\": {\"prompt_tokens\": 20, \"completion_tokens\": 2}}]}}",
            USAGE,
            "\"wall_clock_times\": {\"x\": 4, \"7\": 5.5}");
    assertThat(run.tokens()).contains(Map.of("x", new Tokens(20, 2), "7", new Tokens(10, 1)));
    assertThat(run.seconds()).isEqualTo(Map.of("x", 4.0, "7", 5.5));
  }

  @Test
  void tokensThatDoNotAddUpAreNotGivenToTasks() throws IOException {
    HalRun nested =
        read(CONFIG, RESULTS, CALLS.formatted(call("x", "m", 30, 3), call("x", "m", 30, 3)), USAGE);
    assertThat(nested.tokens()).isEmpty();
    assertThat(nested.totalTokens()).contains(new Tokens(30, 3));
    assertThat(nested.notes())
        .contains(
            "tokens are known of the whole run alone: those of the tasks' calls are 60 and 6, the run's 30 and 3");
    HalRun several =
        read(
            CONFIG,
            RESULTS,
            CALLS.formatted(call("x", "m", 30, 3), call("x", "user", 1, 1)),
            "\"total_usage\": {\"m\": {\"prompt_tokens\": 30, \"completion_tokens\": 3}, \"user\":"
                + " {\"prompt_tokens\": 1, \"completion_tokens\": 1}}");
    assertThat(several.tokens()).isEmpty();
    assertThat(several.notes())
        .anyMatch(note -> note.contains("several models were asked (m, user)"));
    HalRun none = read(CONFIG, RESULTS);
    assertThat(none.totalTokens()).isEqualTo(Optional.empty());
    assertThat(none.notes()).contains("tokens are not known: there is no total_usage");
  }

  @Test
  void anAccuracyOfOtherTasksIsSaid() throws IOException {
    assertThat(read(CONFIG, RESULTS.replace("0.5,", "0.1,")).notes())
        .anyMatch(note -> note.startsWith("'results.accuracy' is 0.1, and 0.5000 of the 2 tasks"));
  }

  @Test
  void whatIsNoRunIsRefused() throws IOException {
    refused("PK\u0003\u0004", "a zip archive, expected HAL publishes its results encrypted");
    refused("{\"encrypted_data\": \"gAAAA\", \"salt\": \"x\"}", "it is encrypted");
    refused("[]", "no JSON object, expected RUN_UPLOAD.json of HAL's harness");
    refused("{\"config\"", "not JSON");
    refused("{} {}", "not JSON");
    refused("{" + CONFIG + "," + CONFIG + "}", "'config' stands twice");
    refused("{" + CONFIG + "}", "no 'results.successful_tasks'");
    refused(
        "{" + CONFIG + "," + RESULTS.replace("[7]", "null") + "}",
        "'results.failed_tasks' is null");
    refused(
        "{" + CONFIG + "," + RESULTS.replace("[7]", "[\"x\"]") + "}",
        "task 'x' stands twice among successful_tasks and failed_tasks");
    refused("{" + CONFIG.replace("run_id", "id") + "," + RESULTS + "}", "no 'config.run_id'");
    refused(
        "{" + CONFIG + "," + RESULTS + ", \"total_usage\": {\"m\": {\"tokens\": 3}}}",
        "'total_usage' of model 'm' is {\"tokens\":3}");
    assertThatThrownBy(() -> HalFile.read(new LocalLog(folder.resolve("none").toString())))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith("none: no such file");
  }

  private void refused(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.json"), text);
    assertThatThrownBy(() -> HalFile.read(new LocalLog(file.toString())))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot import " + file)
        .hasMessageContaining(message);
  }

  private HalRun read(String... parts) throws IOException {
    return HalFile.read(
        new LocalLog(
            Files.writeString(folder.resolve("run.json"), "{" + String.join(",\n", parts) + "}")
                .toString()));
  }
}
