package org.galton.environment.team;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.galton.environment.Answer;

/**
 * A team's turns as JSON Lines, one a role: {@code {"turn":1,"role":"planner","answer":"…",
 * "sub_goal":"…","tool":"calculator","context":"…","tokens":9}}, {@code "command"} of an executor,
 * {@code "arguments"}, {@code "failed"} and {@code "result"} of a tool, {@code "enough"} of a
 * verifier, and {@code "format_error"} where an answer says nothing that can be read.
 */
public final class TeamTranscript {
  private static final ObjectMapper JSON = new ObjectMapper();
  // A character takes at most six in JSON; what was read from an answer is in the line again.
  private static final int LONGEST_LINE = 6 * Answer.LONGEST + 65_536;

  private TeamTranscript() {}

  static String write(TeamPlay play) {
    StringBuilder lines = new StringBuilder();
    play.played().forEach(turn -> lines.append(line(turn)).append('\n'));
    return lines.toString();
  }

  private static ObjectNode line(TeamTurn turn) {
    ObjectNode line = JSON.createObjectNode();
    line.put("turn", turn.turn()).put("role", turn.role().key());
    if (turn.role() == Role.TOOL) {
      return line.put("tool", turn.tool())
          .put("arguments", turn.argument())
          .put("failed", turn.failed())
          .put("result", turn.answer());
    }
    line.put("answer", turn.answer());
    if (turn.misread()) {
      line.put("format_error", true);
    } else if (turn.role() == Role.PLANNER) {
      line.put("sub_goal", turn.action()).put("tool", turn.tool()).put("context", turn.argument());
    } else if (turn.role() == Role.EXECUTOR) {
      line.put("command", turn.action());
    }
    if (turn.role() == Role.VERIFIER) {
      line.put("enough", turn.action().equals("1"));
    }
    turn.tokens().ifPresent(tokens -> line.put("tokens", tokens));
    return line;
  }

  /**
   * The team's work that a transcript tells, played again from the models' answers; tools answer
   * anew. Empty where the text is no whole work of this start: lines that are no JSON or too long,
   * anything that does not follow from the answers, turns after the end or none to the end.
   */
  public static Optional<TeamPlay> read(String text, TeamPlay start) {
    TeamPlay play = start;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (end < 0 || end - at > LONGEST_LINE || play.over()) {
        return Optional.empty();
      }
      Optional<TeamPlay> next = after(play, text.substring(at, end));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      play = next.get();
      at = end + 1;
    }
    return play.over() && play.transcript().equals(text) ? Optional.of(play) : Optional.empty();
  }

  private static Optional<TeamPlay> after(TeamPlay play, String line) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (node.path("role").asText().equals(Role.TOOL.key())) {
      return Optional.of(play);
    }
    JsonNode answer = node.path("answer");
    if (!answer.isTextual()) {
      return Optional.empty();
    }
    JsonNode tokens = node.path("tokens");
    TeamPlay asked = play.view().isPresent() ? play : play.after(List.of());
    return Optional.of(
        asked.after(
            answer.asText(),
            tokens.isInt() && tokens.asInt() >= 0
                ? OptionalInt.of(tokens.asInt())
                : OptionalInt.empty()));
  }
}
