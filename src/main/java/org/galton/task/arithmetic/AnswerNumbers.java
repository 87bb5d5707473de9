package org.galton.task.arithmetic;

import java.util.ArrayList;
import java.util.List;

/** The numbers of an answer that is half written. */
final class AnswerNumbers {
  private AnswerNumbers() {}

  /**
   * Whether each is one of the given, none more often; the last one, if the text ends in it, may
   * still become one.
   */
  static boolean areGiven(String begun, List<Integer> given) {
    int lineEnd = begun.indexOf('\n');
    String line = lineEnd < 0 ? begun : begun.substring(0, lineEnd);
    List<String> left = new ArrayList<>(given.stream().map(String::valueOf).toList());
    int at = 0;
    while (at < line.length()) {
      int start = at;
      while (at < line.length() && WrittenStep.isDigit(line.charAt(at))) {
        at++;
      }
      String digits = line.substring(start, at);
      if (at == line.length() && lineEnd < 0) {
        return digits.isEmpty() || left.stream().anyMatch(number -> number.startsWith(digits));
      }
      if (!digits.isEmpty() && !left.remove(digits)) {
        return false;
      }
      at = start == at ? at + 1 : at;
    }
    return true;
  }
}
