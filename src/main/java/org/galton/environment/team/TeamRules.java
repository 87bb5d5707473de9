package org.galton.environment.team;

import java.util.List;
import java.util.Optional;
import org.galton.environment.Answer;
import org.galton.environment.Tool;
import org.galton.game.Style;

/**
 * How a team works.
 *
 * @param style in English, or in marks for tiny models
 * @param tools at least one
 * @param limit most turns: steps with a tool
 */
public record TeamRules(Style style, List<Tool> tools, int limit) {
  public static final int MOST_TURNS = 100;

  /** AgentFlow's. */
  public static final int USUAL_TURNS = 10;

  public TeamRules {
    tools = List.copyOf(tools);
    if (tools.isEmpty()) {
      throw new IllegalArgumentException("Invalid tools: expected one or more");
    }
    if (limit < 1 || limit > MOST_TURNS) {
      throw new IllegalArgumentException(
          "Invalid limit of %d turns: expected 1 to %d".formatted(limit, MOST_TURNS));
    }
  }

  /** Before the planner's first turn. */
  public TeamPlay start(TeamQuery query) {
    return TeamPlay.start(this, query);
  }

  /** Strings that end an answer. */
  public List<String> answerEnds() {
    return switch (style) {
      case PROSE -> List.of();
      case MARKS -> List.of(Answer.END);
    };
  }

  Optional<Tool> tool(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  List<String> toolNames() {
    return tools.stream().map(Tool::name).toList();
  }
}
