package org.galton.task.judge.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The members of {@code a = b = c}, as texts. */
record EquationChain(List<String> members) {
  private static final String OPENERS = "({[";
  private static final String CLOSERS = ")}]";
  private static final String NO_EQUATION = "<>!:=≤≥≠";

  /** A single member where the text has no equals sign outside brackets, or is a list. */
  static EquationChain of(String text) {
    List<String> members = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (OPENERS.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSERS.indexOf(c) >= 0) {
        depth--;
      } else if (depth == 0 && (c == ';' || (c == ',' && isBlank(text, i + 1)))) {
        return new EquationChain(List.of(text));
      } else if (depth == 0 && c == '=' && isEquation(text, i)) {
        members.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    members.add(text.substring(from).strip());
    boolean list = text.contains("\\begin") || text.contains(" or ") || text.contains(" and ");
    return list ? new EquationChain(List.of(text)) : new EquationChain(List.copyOf(members));
  }

  boolean isEquation() {
    return members.size() > 1;
  }

  String first() {
    return members.get(0);
  }

  String last() {
    return members.get(members.size() - 1);
  }

  /**
   * What the chain says of a value: its last member, or the one before a bare name. A single
   * equation whose left side is an expression of names is one to solve, and stays whole.
   *
   * @param isName whether a member is a bare name
   * @param isUnsolved whether a member is an expression of names
   */
  String value(String text, Predicate<String> isName, Predicate<String> isUnsolved) {
    if (!isEquation()) {
      return text;
    }
    if (isName.test(last()) && !isName.test(first())) {
      return first();
    }
    boolean whole = members.size() == 2 && !isName.test(first()) && isUnsolved.test(first());
    return whole ? text : last();
  }

  private static boolean isBlank(String text, int at) {
    return at >= text.length() || Character.isWhitespace(text.charAt(at));
  }

  private static boolean isEquation(String text, int at) {
    boolean before = at > 0 && NO_EQUATION.indexOf(text.charAt(at - 1)) >= 0;
    boolean behind = at + 1 < text.length() && text.charAt(at + 1) == '=';
    return !before && !behind;
  }
}
