package org.galton.model.jinja;

/**
 * The line that is being rendered, and how much work is left. A template is somebody else's code:
 * whatever it does is charged by the characters and items that it touches or makes, so that time
 * and memory end however few its steps are.
 */
final class Rendering {
  /** Of one text, and items of one list: far above any prompt that a model could take. */
  static final int MOST_CHARACTERS = 4_000_000;

  /** A published template takes a hundredth of it for a long chat. */
  private static final long MOST_WORK = 30_000_000;

  /** What an item, a step, a comparison and the names of a part take beside a character. */
  private static final int ITEM = 16;

  private static final int STEP = 20;
  private static final int COMPARISON = 8;
  private static final int SCOPE = 80;
  private static final int MOST_CALLS = 100;

  /** What becomes of a name, an attribute or an item that is not there. */
  enum Absent {
    /** It is written as nothing, as Jinja does. */
    BLANK,
    /** It is a problem wherever it is asked for or written. */
    REFUSED
  }

  private final Absent absent;
  private long work;
  private int calls;
  private int line = 1;

  Rendering(Absent absent) {
    this.absent = absent;
  }

  int line() {
    return line;
  }

  /** What a name means that nobody has set. */
  Undefined absent(Undefined name) {
    if (absent == Absent.REFUSED) {
      throw name.asProblem();
    }
    return name;
  }

  /** How a value that is not there is written. */
  String written(Undefined value) {
    absent(value);
    return "";
  }

  /** Counts a step, and remembers where it is. */
  void step(int atLine) {
    line = atLine;
    touch(STEP);
  }

  /** Counts a step on the same line. */
  void step() {
    touch(STEP);
  }

  /** Counts a comparison, beside the characters that it looks at. */
  void compare() {
    touch(COMPARISON);
  }

  void scope() {
    touch(SCOPE);
  }

  void enter() {
    if (++calls > MOST_CALLS) {
      throw new TemplateProblem("its macros call one another more than " + MOST_CALLS + " deep");
    }
  }

  void leave() {
    calls--;
  }

  /** Charges for characters that are looked at. */
  void touch(long characters) {
    work += characters;
    if (work > MOST_WORK) {
      throw new TemplateProblem(
          "it does not come to an end: it touched more than "
              + MOST_WORK
              + " characters, items and steps");
    }
  }

  /** Charges for a text of this length, before it is made. */
  void makeText(long length) {
    bound(length);
    touch(length);
  }

  /** Charges for a list of this size, before it is made. */
  void makeList(long size) {
    bound(size);
    touch(size * ITEM);
  }

  /** Refuses a text or a list of this size. */
  static void bound(long size) {
    if (size > MOST_CHARACTERS) {
      throw new TemplateProblem(
          "it makes a text or a list of more than " + MOST_CHARACTERS + " parts");
    }
  }
}
