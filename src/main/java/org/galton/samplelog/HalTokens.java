package org.galton.samplelog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.galton.samplelog.HalRun.Tokens;
import org.galton.spec.text.GivenJson;

/**
 * What the calls of a run's log say of the tokens of each task. Calls may be nested, or belong to
 * no task: whether the sum is right is for the run's totals to say.
 */
final class HalTokens {
  /** Texts of calls are most of a file, and nothing reads them. */
  private static final GivenJson CALLS =
      GivenJson.ofPython(Set.of("messages", "inputs", "output", "logprobs"));

  private final Map<String, Tokens> tasks = new HashMap<>();

  Map<String, Tokens> tasks() {
    return tasks;
  }

  Tokens sum() {
    return tasks.values().stream().reduce(Tokens.NONE, Tokens::plus);
  }

  /**
   * Reads the value whose first token was read last: a list of calls, each with its task and its
   * usage by model; or, of later versions, an object of tasks, each with a list of calls.
   */
  void read(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        call(CALLS.value(parser));
      }
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String task = parser.currentName();
        parser.nextToken();
        for (JsonNode call : CALLS.value(parser).path("call_metadata")) {
          add(task, call.path("usage"));
        }
      }
    }
  }

  private void call(JsonNode call) {
    JsonNode task = call.path("weave_task_id");
    if (task.isTextual()) {
      call.at("/summary/usage").forEach(usage -> add(task.asText(), usage));
    }
  }

  private void add(String task, JsonNode usage) {
    tasks.merge(task, usage(usage), Tokens::plus);
  }

  /** In the words of OpenAI, or those of Anthropic, who counts tokens from a cache apart. */
  static Tokens usage(JsonNode usage) {
    return usage.has("prompt_tokens") || usage.has("completion_tokens")
        ? new Tokens(usage.path("prompt_tokens").asLong(), usage.path("completion_tokens").asLong())
        : new Tokens(
            Math.addExact(
                usage.path("input_tokens").asLong(),
                usage.path("cache_read_input_tokens").asLong()),
            usage.path("output_tokens").asLong());
  }
}
