package org.galton.worldmodel.refine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.program.Program;
import org.galton.program.Token;

/**
 * A small fault that can be put into a program: another operator, a number one off, a condition
 * turned round.
 *
 * @param start of the characters that it replaces
 */
record Mutation(int start, int end, String by) {
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("+", "-"),
          Map.entry("-", "+"),
          Map.entry("*", "+"),
          Map.entry("//", "%"),
          Map.entry("%", "//"),
          Map.entry("<", "<="),
          Map.entry("<=", "<"),
          Map.entry(">", ">="),
          Map.entry(">=", ">"),
          Map.entry("==", "!="),
          Map.entry("!=", "=="),
          Map.entry("+=", "-="),
          Map.entry("and", "or"),
          Map.entry("or", "and"));

  /** All that this program can have. */
  static List<Mutation> of(String program) {
    List<Mutation> all = new ArrayList<>();
    for (Token token : Program.words(program)) {
      String by =
          switch (token.kind()) {
            case SIGN, KEYWORD -> OPERATORS.get(token.text());
            case NUMBER -> String.valueOf(Long.parseLong(token.text()) + 1);
            default -> null;
          };
      if (by != null) {
        all.add(new Mutation(token.start(), token.end(), by));
      }
    }
    return List.copyOf(all);
  }

  /**
   * A program with some faults.
   *
   * @param mutations of places that do not overlap, in the order of their places
   */
  static String applied(String program, List<Mutation> mutations) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Mutation mutation : mutations) {
      text.append(program, at, mutation.start()).append(mutation.by());
      at = mutation.end();
    }
    return text.append(program.substring(at)).toString();
  }
}
