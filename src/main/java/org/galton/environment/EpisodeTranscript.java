package org.galton.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An episode's turns as JSON Lines: {@code {"turn":1,"answer":"\\boxed{5}","action":"5",
 * "observation":"…","reward":0.0,"terminated":false,"truncated":false,"format_error":false,
 * "won":false,"tokens":4}}; of a call also {@code tool}, {@code arguments} and {@code failed}.
 */
public final class EpisodeTranscript {
  private static final ObjectMapper JSON = new ObjectMapper();
  // A character takes at most six in JSON; observations and keys take less than the rest.
  private static final int LONGEST_LINE = 6 * Answer.LONGEST + 65_536;

  private EpisodeTranscript() {}

  static String write(Play play) {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (PlayedTurn turn : play.played()) {
      lines.append(line(++number, turn)).append('\n');
    }
    return lines.toString();
  }

  private static String line(int number, PlayedTurn turn) {
    State state = turn.state();
    ObjectNode line = JSON.createObjectNode();
    line.put("turn", number).put("answer", turn.answer());
    turn.action().ifPresent(action -> line.put("action", action));
    state
        .call()
        .ifPresent(
            call ->
                line.put("tool", call.tool())
                    .put("arguments", call.argument())
                    .put("failed", call.failed()));
    line.put("observation", state.observation())
        .put("reward", state.reward())
        .put("terminated", state.terminated())
        .put("truncated", state.truncated())
        .put("format_error", state.formatError())
        .put("won", state.won());
    turn.tokens().ifPresent(tokens -> line.put("tokens", tokens));
    return line.toString();
  }

  /**
   * The episode that a transcript tells, played again from its answers. Empty where the text is no
   * whole episode of this seed: lines that are no JSON or too long, anything that does not follow
   * from the answers, turns after the end or none to the end.
   */
  public static Optional<Play> read(String text, EpisodeRules rules, long seed) {
    Play play = rules.start(seed);
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (end < 0 || end - at > LONGEST_LINE || play.over()) {
        return Optional.empty();
      }
      String line = text.substring(at, end);
      Optional<Play> next = next(play, line);
      if (next.isEmpty() || !line(next.get().played().size(), last(next.get())).equals(line)) {
        return Optional.empty();
      }
      play = next.get();
      at = end + 1;
    }
    return play.over() ? Optional.of(play) : Optional.empty();
  }

  private static Optional<Play> next(Play play, String line) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    JsonNode answer = node.path("answer");
    JsonNode tokens = node.path("tokens");
    return answer.isTextual()
        ? Optional.of(
            play.after(
                answer.asText(),
                tokens.isInt() && tokens.asInt() >= 0
                    ? OptionalInt.of(tokens.asInt())
                    : OptionalInt.empty()))
        : Optional.empty();
  }

  private static PlayedTurn last(Play play) {
    return play.played().get(play.played().size() - 1);
  }
}
