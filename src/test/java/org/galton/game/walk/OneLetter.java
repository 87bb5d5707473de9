package org.galton.game.walk;

import java.util.Optional;

/** States are single small letters; the question is the letter and a question mark. */
final class OneLetter implements StateText {
  @Override
  public String question(String state) {
    return state + "?";
  }

  @Override
  public Optional<String> state(String answer) {
    return Optional.of(answer).filter(text -> text.matches("[a-z]"));
  }
}
