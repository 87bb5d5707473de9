package org.galton.game;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A game's rounds as JSON Lines: {@code {"round":1,"answers":["25"],"guesses":[25],"feedback":"too
 * high","clamped":0,"unparsed":0}}.
 */
public final class Transcript {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Transcript() {}

  static String write(List<SearchRound> rounds) {
    StringBuilder lines = new StringBuilder();
    for (SearchRound round : rounds) {
      ObjectNode line = JSON.createObjectNode();
      line.put("round", round.round());
      ArrayNode answers = line.putArray("answers");
      round.answers().forEach(answers::add);
      ArrayNode guesses = line.putArray("guesses");
      round.guesses().forEach(guesses::add);
      line.put("feedback", round.feedback().words());
      line.put("clamped", round.clamped()).put("unparsed", round.unparsed());
      lines.append(line).append('\n');
    }
    return lines.toString();
  }

  /**
   * The rounds of a whole game of these rules. Empty where the text is none: lines that are no
   * JSON, guesses that are not one of each player and in range, feedback that does not follow from
   * guesses and target, rounds after the end or none to the end. Reads no more lines than the rules
   * have rounds.
   */
  public static Optional<List<SearchRound>> read(String text, GroupSearch rules, int target) {
    List<SearchRound> rounds = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (end < 0 || rules.isOver(rounds)) {
        return Optional.empty();
      }
      Optional<SearchRound> round =
          round(text.substring(at, end), rounds.size() + 1, rules)
              .filter(
                  read ->
                      read.feedback() == Feedback.on(rules.mode().value(read.guesses()), target));
      if (round.isEmpty()) {
        return Optional.empty();
      }
      rounds.add(round.get());
      at = end + 1;
    }
    return rules.isOver(rounds) ? Optional.of(List.copyOf(rounds)) : Optional.empty();
  }

  private static Optional<SearchRound> round(String line, int number, GroupSearch rules) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    Optional<Feedback> feedback = Feedback.of(node.path("feedback").asText());
    List<String> answers = new ArrayList<>();
    node.path("answers").forEach(answer -> answers.add(answer.asText()));
    List<Integer> guesses = new ArrayList<>();
    node.path("guesses").forEach(guess -> guesses.add(guess.asInt(-1)));
    boolean legal =
        node.path("round").asInt(-1) == number
            && feedback.isPresent()
            && answers.size() == rules.players()
            && guesses.size() == rules.players()
            && guesses.stream().allMatch(guess -> guess == rules.mode().clamp(guess));
    return legal
        ? Optional.of(
            new SearchRound(
                number,
                answers,
                guesses,
                feedback.get(),
                node.path("clamped").asInt(),
                node.path("unparsed").asInt()))
        : Optional.empty();
  }
}
