package org.galton.environment;

import java.util.List;
import org.galton.game.Style;

/**
 * How episodes of an environment are put to an agent.
 *
 * @param style in English, or in marks for tiny models
 * @param form of marks: texts
 */
public record EpisodeRules(Environment environment, Style style, History history, TurnForm form) {
  public EpisodeRules {
    if (style == Style.MARKS && form == TurnForm.CHAT) {
      throw new IllegalArgumentException(
          "Invalid style 'marks' with turns as a chat: expected 'prose', or turns as text");
    }
  }

  /** Turns are texts. */
  public EpisodeRules(Environment environment, Style style, History history) {
    this(environment, style, history, TurnForm.TEXT);
  }

  /** The same with turns put otherwise. */
  public EpisodeRules inForm(TurnForm other) {
    return new EpisodeRules(environment, style, history, other);
  }

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
