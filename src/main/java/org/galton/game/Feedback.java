package org.galton.game;

import java.util.Optional;

/** What a group is told of its round. */
public enum Feedback {
  TOO_LOW('<', "too low"),
  TOO_HIGH('>', "too high"),
  CORRECT('=', "correct");

  private final char mark;
  private final String words;

  Feedback(char mark, String words) {
    this.mark = mark;
    this.words = words;
  }

  /** On a group's value, see {@link Mode#value}. */
  public static Feedback on(int value, int target) {
    return value < target ? TOO_LOW : value > target ? TOO_HIGH : CORRECT;
  }

  static Optional<Feedback> of(char mark) {
    for (Feedback feedback : values()) {
      if (feedback.mark == mark) {
        return Optional.of(feedback);
      }
    }
    return Optional.empty();
  }

  static Optional<Feedback> of(String words) {
    for (Feedback feedback : values()) {
      if (feedback.words.equals(words)) {
        return Optional.of(feedback);
      }
    }
    return Optional.empty();
  }

  public char mark() {
    return mark;
  }

  public String words() {
    return words;
  }
}
