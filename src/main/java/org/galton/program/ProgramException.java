package org.galton.program;

/** A program that cannot be read, or an error while it runs. The message names the line. */
public final class ProgramException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What went wrong. */
  public enum Kind {
    /** The text is no program of this language. */
    SYNTAX,
    /** A statement that cannot be carried out, such as a division by zero. */
    FAULT,
    /** The steps were used up. */
    STEPS
  }

  private final Kind kind;
  private final int line;

  ProgramException(Kind kind, int line, String message) {
    super(line > 0 ? "line %d: %s".formatted(line, message) : message);
    this.kind = kind;
    this.line = line;
  }

  static ProgramException syntax(int line, String message) {
    return new ProgramException(Kind.SYNTAX, line, message);
  }

  /** A fault whose line is not known here; {@link #at} names it. */
  static ProgramException fault(String message) {
    return new ProgramException(Kind.FAULT, 0, message);
  }

  /** This fault with its line, where it has none yet. */
  ProgramException at(int place) {
    return line > 0 ? this : new ProgramException(kind, place, getMessage());
  }

  public Kind kind() {
    return kind;
  }
}
