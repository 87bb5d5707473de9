package org.galton.environment.question;

import org.galton.environment.Tool;
import org.galton.program.Program;
import org.galton.program.ProgramException;

/**
 * Runs a {@link Program}, a part of Python, inside the process and says what it printed. Steps
 * bound time and memory; a run knows nothing of the ones before it.
 */
final class ProgramTool implements Tool {
  /** Of one run. */
  static final int STEPS = 100_000;

  static final int LONGEST_PROGRAM = 4_000;
  private static final int LONGEST_OUTPUT = 1_800;

  @Override
  public String name() {
    return "program";
  }

  @Override
  public String argument() {
    return "code";
  }

  @Override
  public String meaning() {
    return "it runs a program in a part of Python (no imports, no classes, no fractions) and says what it prints.";
  }

  @Override
  public int longestCall() {
    return LONGEST_PROGRAM;
  }

  @Override
  public String answer(String argument) {
    String printed;
    try {
      printed = Program.read(argument).run(STEPS).printed();
    } catch (ProgramException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    if (printed.isBlank()) {
      return "The program printed nothing.";
    }
    return printed.length() <= LONGEST_OUTPUT
        ? printed.stripTrailing()
        : "%s\n(The first %,d of %,d characters.)"
            .formatted(printed.substring(0, LONGEST_OUTPUT), LONGEST_OUTPUT, printed.length());
  }
}
