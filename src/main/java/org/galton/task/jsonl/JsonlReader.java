package org.galton.task.jsonl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.spec.text.GivenJson;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Template;

/** Reads one file of prompts and collects what is wrong with it. */
final class JsonlReader {
  private static final String SHAPE = "{\"id\": …, \"prompt\": …, \"reference\": …}";
  private static final Set<String> KEYS = Set.of("prompt", "reference", "cluster");
  private static final int SHOWN_PROBLEMS = 20;
  private static final GivenJson JSON = GivenJson.standard();

  private final String task;
  private final String source;
  private final List<Judge> judges;
  private final Template template;
  private final List<Prompt> prompts = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> lineOfId = new HashMap<>();
  private final Map<String, Integer> lineOfPrompt = new HashMap<>();

  JsonlReader(String task, String source, List<Judge> judges, Template template) {
    this.task = task;
    this.source = source;
    this.judges = judges;
    this.template = template;
  }

  List<Prompt> read(Reader reader) throws IOException {
    BufferedReader lines = new BufferedReader(reader);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String json = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (!json.isBlank()) {
        object(number, json);
      }
    }
    if (problems.isEmpty() && prompts.isEmpty()) {
      problems.add(
          "Cannot read " + source + ": it is empty, expected a line " + SHAPE + " for each prompt");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(shown());
    }
    return List.copyOf(prompts);
  }

  private void object(int line, String json) throws IOException {
    try {
      JsonNode node = JSON.only(json);
      if (node.isObject()) {
        prompt(line, node);
      } else {
        problem(line, "not an object", SHAPE);
      }
    } catch (StreamConstraintsException e) {
      problem(line, "too large (" + e.getOriginalMessage() + ")", GivenJson.bounds());
    } catch (JsonProcessingException e) {
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      problem(line, "not JSON at column " + column + " (" + reason + ")", SHAPE);
    }
  }

  private void prompt(int line, JsonNode node) {
    int before = problems.size();
    String id = text(line, node, "id");
    String question = text(line, node, "prompt");
    String reference = reference(line, node);
    if (node.has("cluster")) {
      text(line, node, "cluster");
    }
    if (!reference.isEmpty()) {
      check(line, new Prompt(id, task, id, question, reference, attributes(node)));
    }
    Integer sameId = id.isEmpty() ? null : lineOfId.putIfAbsent(id, line);
    if (sameId != null) {
      problem(line, "id '" + id + "' of line " + sameId + " again", "each id once");
    }
    if (problems.size() > before) {
      return;
    }
    String text = template.fill(question);
    String promptId = PromptId.of(task, text, reference);
    Integer samePrompt = lineOfPrompt.putIfAbsent(promptId, line);
    if (samePrompt != null) {
      problem(line, "the prompt and reference of line " + samePrompt + " again", "each pair once");
      return;
    }
    String cluster = node.has("cluster") ? node.get("cluster").asText() : promptId;
    prompts.add(new Prompt(promptId, task, cluster, text, reference, attributes(node)));
  }

  private void check(int line, Prompt prompt) {
    for (Judge judge : judges) {
      if (!judge.accepts(prompt)) {
        problem(line, "reference '" + prompt.reference() + "'", judge.expectedReference());
      }
    }
  }

  /** A text or a number as above, or the JSON text of a list or an object. */
  private String reference(int line, JsonNode node) {
    JsonNode value = node.path("reference");
    return value.isContainerNode() && !value.isEmpty()
        ? value.toString()
        : text(line, node, "reference");
  }

  /**
   * A text that is not blank, or a number as it was written; empty, and a problem noted, otherwise.
   */
  private String text(int line, JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      problem(line, "no '" + key + "'", SHAPE);
    } else if (!(value.isTextual() || value.isNumber()) || value.asText().isBlank()) {
      problem(line, "'" + key + "' is " + value, "a text that is not blank");
    } else {
      return value.asText();
    }
    return "";
  }

  private static Map<String, String> attributes(JsonNode node) {
    Map<String, String> attributes = new TreeMap<>();
    node.properties().stream()
        .filter(entry -> !KEYS.contains(entry.getKey()) && !entry.getValue().isNull())
        .forEach(entry -> attributes.put(entry.getKey(), attribute(entry.getValue())));
    return Map.copyOf(attributes);
  }

  private static String attribute(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private void problem(int line, String found, String expected) {
    problems.add(
        "Cannot read %s line %d: %s, expected %s".formatted(source, line, found, expected));
  }

  private String shown() {
    String shown = problems.stream().limit(SHOWN_PROBLEMS).collect(Collectors.joining("\n"));
    int more = problems.size() - SHOWN_PROBLEMS;
    return more > 0 ? shown + "\n… and " + more + " more problems" : shown;
  }
}
