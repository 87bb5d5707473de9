package org.galton.samplelog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.galton.samplelog.HalRun.Tokens;
import org.galton.spec.text.GivenJson;
import org.galton.spec.text.GivenText;

/**
 * {@code RUN_UPLOAD.json} as the harness of HAL writes it at the end of a run: success and time of
 * each task, tokens and dollars of the whole run, and the log of calls. The log is streamed; of its
 * texts nothing is kept.
 *
 * <p>Tokens of single tasks are those of the log's calls, and are known only where they add up to
 * the run's own total and one model was asked. Dollars are known for the run alone: nothing is
 * divided among tasks.
 */
public final class HalFile {
  public static final String VERSION = "HAL's harness (hal-eval)";

  private static final String SHAPE =
      "RUN_UPLOAD.json of HAL's harness: {\"config\": {\"agent_name\": …, \"benchmark_name\": …,"
          + " \"date\": …, \"run_id\": …}, \"results\": {\"successful_tasks\": […],"
          + " \"failed_tasks\": […], …}, …}";
  private static final String DECRYPT =
      "HAL publishes its results encrypted: decrypt them by 'hal-decrypt -F %s' of its harness, and import the JSON that it writes";

  private static final double ROUNDED = 1e-3;

  private static final Set<String> KEPT =
      Set.of("config", "results", "total_usage", "wall_clock_times");

  private HalFile() {}

  /**
   * @throws org.galton.spec.InvalidInput when the file is encrypted, no such JSON, or lacks a key
   */
  public static HalRun read(LogSource source) throws IOException {
    LogLine file = new LogLine(source.path(), JsonNodeFactory.instance.objectNode());
    refuseZip(source, file);
    HalTokens calls = new HalTokens();
    try (JsonParser parser =
        LogLine.JSON.parser(GivenText.document(source.open(), source.path()))) {
      read(parser, file, calls);
    } catch (JsonProcessingException e) {
      throw LogLine.notJson(source.path(), e, SHAPE);
    }
    return run(file, calls);
  }

  private static void refuseZip(LogSource source, LogLine file) throws IOException {
    try (InputStream bytes = source.open()) {
      if (bytes.read() == 'P' && bytes.read() == 'K') {
        throw file.refused("a zip archive", DECRYPT.formatted(source.path()));
      }
    }
  }

  private static void read(JsonParser parser, LogLine file, HalTokens calls) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw file.refused("no JSON object", SHAPE);
    }
    ObjectNode kept = (ObjectNode) file.object();
    boolean hasCalls = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("encrypted_data")) {
        throw file.refused("it is encrypted", DECRYPT.formatted("FILE.zip"));
      }
      if (kept.has(name) || (hasCalls && name.equals("raw_logging_results"))) {
        throw file.refused("'%s' stands twice".formatted(name), SHAPE);
      }
      if (KEPT.contains(name)) {
        kept.set(name, LogLine.JSON.value(parser));
      } else if (name.equals("raw_logging_results")) {
        hasCalls = true;
        calls.read(parser);
      } else {
        parser.skipChildren();
      }
    }
    GivenJson.end(parser);
  }

  private static HalRun run(LogLine file, HalTokens calls) {
    Map<String, Boolean> right = right(file);
    List<String> notes = new ArrayList<>();
    List<String> models = new ArrayList<>();
    file.at("/total_usage").fieldNames().forEachRemaining(models::add);
    Optional<Tokens> total =
        models.isEmpty()
            ? Optional.empty()
            : Optional.of(
                models.stream().map(model -> total(file, model)).reduce(Tokens.NONE, Tokens::plus));
    Optional<Map<String, Tokens>> tokens = tokens(right, calls, models, total, notes);
    Map<String, Double> seconds = seconds(file, right);
    if (seconds.size() < right.size()) {
      notes.add("seconds are known of %d of %d tasks".formatted(seconds.size(), right.size()));
    }
    Double accuracy = number(file, "/results/accuracy");
    double listed = (double) right.values().stream().filter(is -> is).count() / right.size();
    if (accuracy != null && Math.abs(accuracy - listed) > ROUNDED) {
      notes.add(
          "'results.accuracy' is %s, and %.4f of the %d tasks that the file lists are right: the former may count tasks that are not listed, or parts of tasks"
              .formatted(accuracy, listed, right.size()));
    }
    Double dollars = number(file, "/results/total_cost");
    if (dollars != null && right.size() > 1) {
      notes.add(
          "dollars are known of the whole run alone (%s), and are not divided among its tasks"
              .formatted(dollars));
    }
    return new HalRun(
        file.place(),
        text(file, "/config/run_id"),
        text(file, "/config/agent_name"),
        text(file, "/config/benchmark_name"),
        text(file, "/config/date"),
        List.copyOf(models),
        optional(file, "/config/agent_args/model_name"),
        optional(file, "/config/agent_args/reasoning_effort"),
        right,
        seconds,
        tokens,
        total,
        dollars,
        List.copyOf(notes));
  }

  private static Tokens total(LogLine file, String model) {
    JsonNode usage = file.at("/total_usage").path(model);
    for (List<String> names :
        List.of(
            List.of("prompt_tokens", "completion_tokens"),
            List.of("input_tokens", "output_tokens"))) {
      if (names.stream().allMatch(name -> isCount(usage.path(name)))) {
        return HalTokens.usage(usage);
      }
    }
    throw file.refused(
        "'total_usage' of model '%s' is %s".formatted(model, usage),
        "whole numbers prompt_tokens and completion_tokens, or input_tokens and output_tokens");
  }

  private static boolean isCount(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToLong() && number.asLong() >= 0;
  }

  private static Map<String, Boolean> right(LogLine file) {
    Map<String, Boolean> right = new LinkedHashMap<>();
    for (String key : List.of("successful_tasks", "failed_tasks")) {
      JsonNode tasks = file.at("/results/" + key);
      if (!tasks.isArray()) {
        throw file.refused(file.shown("/results/" + key), SHAPE);
      }
      for (JsonNode task : tasks) {
        if (!task.isTextual() && !task.isIntegralNumber()) {
          throw file.refused("'results.%s' holds %s".formatted(key, task), "names of tasks");
        }
        if (right.put(task.asText(), key.equals("successful_tasks")) != null) {
          throw file.refused(
              "task '%s' stands twice among successful_tasks and failed_tasks"
                  .formatted(task.asText()),
              "each task once");
        }
      }
    }
    if (right.isEmpty()) {
      throw file.refused("successful_tasks and failed_tasks are empty", "a task or more");
    }
    return right;
  }

  /** Where the calls of one model add up to the run's total; else a note says why not. */
  private static Optional<Map<String, Tokens>> tokens(
      Map<String, Boolean> right,
      HalTokens calls,
      List<String> models,
      Optional<Tokens> total,
      List<String> notes) {
    if (total.isEmpty()) {
      notes.add("tokens are not known: there is no total_usage");
      return Optional.empty();
    }
    if (models.size() > 1) {
      notes.add(
          "tokens are known of the whole run alone: several models were asked (%s), which have prices of their own"
              .formatted(String.join(", ", models)));
      return Optional.empty();
    }
    if (!calls.sum().equals(total.get()) || !right.keySet().containsAll(calls.tasks().keySet())) {
      notes.add(
          "tokens are known of the whole run alone: those of the tasks' calls are %d and %d, the run's %d and %d"
              .formatted(
                  calls.sum().prompt(),
                  calls.sum().completion(),
                  total.get().prompt(),
                  total.get().completion()));
      return Optional.empty();
    }
    Map<String, Tokens> tokens = new LinkedHashMap<>();
    right.keySet().forEach(task -> tokens.put(task, calls.tasks().getOrDefault(task, Tokens.NONE)));
    return Optional.of(tokens);
  }

  /** The task's own clock, else the time from the first call's start to that of the last. */
  private static Map<String, Double> seconds(LogLine file, Map<String, Boolean> right) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (String task : right.keySet()) {
      JsonNode clock = file.at("/wall_clock_times").path(task);
      JsonNode found =
          clock.isNumber() ? clock : file.at("/results/latencies").path(task).path("total_time");
      if (found.isNumber() && Double.isFinite(found.asDouble()) && found.asDouble() >= 0) {
        seconds.put(task, found.asDouble());
      }
    }
    return seconds;
  }

  private static String text(LogLine file, String pointer) {
    return file.text(pointer, SHAPE);
  }

  private static Optional<String> optional(LogLine file, String pointer) {
    return file.has(pointer) && file.at(pointer).isValueNode()
        ? Optional.of(file.at(pointer).asText())
        : Optional.empty();
  }

  private static Double number(LogLine file, String pointer) {
    JsonNode found = file.at(pointer);
    return found.isNumber() && Double.isFinite(found.asDouble()) ? (Double) found.asDouble() : null;
  }
}
