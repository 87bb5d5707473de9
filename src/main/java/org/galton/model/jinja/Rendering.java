package org.galton.model.jinja;

/** The text so far, the line it is on, and how much work is left. */
final class Rendering {
  /** Far above any prompt that a model could take. */
  static final int MOST_CHARACTERS = 4_000_000;

  private static final int MOST_STEPS = 2_000_000;
  private static final int MOST_CALLS = 100;

  private int steps;
  private int calls;
  private int line = 1;

  int line() {
    return line;
  }

  /** Counts a step, and remembers where it is. */
  void step(int atLine) {
    line = atLine;
    if (++steps > MOST_STEPS) {
      throw new TemplateProblem("it does not come to an end after " + MOST_STEPS + " steps");
    }
  }

  void enter() {
    if (++calls > MOST_CALLS) {
      throw new TemplateProblem("its macros call one another more than " + MOST_CALLS + " deep");
    }
  }

  void leave() {
    calls--;
  }

  /** A text of a length that may be. */
  static String bounded(String text) {
    bound(text.length());
    return text;
  }

  /** Refuses a text or a list of this size. */
  static void bound(long size) {
    if (size > MOST_CHARACTERS) {
      throw new TemplateProblem(
          "it makes a text or a list of more than " + MOST_CHARACTERS + " parts");
    }
  }
}
