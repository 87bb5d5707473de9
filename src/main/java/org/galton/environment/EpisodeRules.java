package org.galton.environment;

import java.util.List;
import org.galton.game.Style;

/**
 * How episodes of an environment are put to an agent.
 *
 * @param style in English, or in marks for tiny models
 */
public record EpisodeRules(Environment environment, Style style, History history) {

  /** The episode of a seed, before its first turn. */
  public Play start(long seed) {
    return new Play(this, seed, State.start(environment, seed), List.of());
  }

  /** Strings that end an answer. */
  public List<String> answerEnds() {
    return switch (style) {
      case PROSE -> List.of();
      case MARKS -> List.of(Answer.END);
    };
  }

  /** An answer that says an action. */
  public String answer(String action) {
    return switch (style) {
      case PROSE -> environment.answerForm().write(action);
      case MARKS -> action + Answer.END;
    };
  }
}
