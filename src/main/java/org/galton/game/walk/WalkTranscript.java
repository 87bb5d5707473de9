package org.galton.game.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A walk's steps as JSON Lines: {@code {"step":1,"source":"buzzy","answers":["Attitude."],
 * "target":"attitude"}}. The target is the source where the walk stayed, and absent for an escape.
 */
final class WalkTranscript {
  private static final ObjectMapper JSON = new ObjectMapper();
  // A character takes at most six in JSON; source, target and keys take less than the rest.
  private static final int LONGEST_ESCAPE = 6;
  private static final int LONGEST_FRAME = 1_000;

  private final Walker walker;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> found = new HashSet<>();

  WalkTranscript(Walker walker) {
    this.walker = walker;
    found.add(walker.origin());
  }

  static String write(List<Step> steps) {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (Step step : steps) {
      ObjectNode line = JSON.createObjectNode();
      line.put("step", ++number).put("source", step.source());
      step.answers().forEach(line.putArray("answers")::add);
      step.target().ifPresent(target -> line.put("target", target));
      lines.append(line).append('\n');
    }
    return lines.toString();
  }

  /**
   * The steps of a whole walk. Empty where the text is none: lines that are no JSON or too long, a
   * source that the sampler cannot have drawn, another number of answers, a target that does not
   * follow from them, more or fewer steps than the rules say.
   */
  Optional<List<Step>> read(String text) {
    int longest =
        LONGEST_FRAME + walker.rules().votes().draws() * Step.LONGEST_ANSWER * LONGEST_ESCAPE;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (end < 0 || end - at > longest || steps.size() == walker.rules().steps()) {
        return Optional.empty();
      }
      Optional<Step> step = step(text.substring(at, end));
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
      step.get().target().ifPresent(found::add);
      at = end + 1;
    }
    return steps.size() == walker.rules().steps()
        ? Optional.of(List.copyOf(steps))
        : Optional.empty();
  }

  private Optional<Step> step(String line) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    List<String> answers = new ArrayList<>();
    node.path("answers").forEach(answer -> answers.add(answer.asText()));
    String source = node.path("source").asText();
    if (node.path("step").asInt(-1) != steps.size() + 1
        || !canStartFrom(source)
        || answers.size() != walker.rules().votes().draws()
        || answers.stream().anyMatch(answer -> answer.length() > Step.LONGEST_ANSWER)) {
      return Optional.empty();
    }
    JsonNode named = node.path("target");
    Optional<String> target =
        named.isMissingNode() ? Optional.empty() : Optional.of(named.asText());
    return Optional.of(walker.step(source, answers)).filter(step -> step.target().equals(target));
  }

  private boolean canStartFrom(String source) {
    return switch (walker.rules().sampler()) {
      case POOL -> found.contains(source);
      case CHAIN -> source.equals(lastState());
    };
  }

  private String lastState() {
    if (steps.isEmpty()) {
      return walker.origin();
    }
    Step last = steps.get(steps.size() - 1);
    return last.target().orElse(last.source());
  }
}
