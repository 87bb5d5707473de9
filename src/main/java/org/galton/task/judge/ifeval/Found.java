package org.galton.task.judge.ifeval;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is found in a response, from left to right and without overlap. */
final class Found {
  private Found() {}

  static boolean any(Pattern pattern, String text) {
    return pattern.matcher(text).find();
  }

  static int count(Pattern pattern, String text) {
    return count(pattern, text, match -> true);
  }

  /** Those matches that have the property. */
  static int count(Pattern pattern, String text, Predicate<String> property) {
    int count = 0;
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      count += property.test(matcher.group()) ? 1 : 0;
    }
    return count;
  }

  /** What stands between the separators, also where that is empty. */
  static List<String> pieces(String text, String separator) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
      pieces.add(text.substring(start, at));
      start = at + separator.length();
    }
    pieces.add(text.substring(start));
    return pieces;
  }
}
