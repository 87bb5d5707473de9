package org.galton.task.judge.answer;

import java.util.List;

/** Places that are one list: nothing but a comma, a semicolon, "and" or "or" is between them. */
final class JoinedPlaces {
  private static final int LONGEST_BETWEEN = 24;

  /** What is left of the signs of a span. */
  private static final String SIGNS = " $\n*";

  private JoinedPlaces() {}

  static boolean areJoined(String text, AnswerHit first, AnswerHit second, List<String> joins) {
    if (second.start() - first.end() > LONGEST_BETWEEN) {
      return false;
    }
    String between = SmallLetters.of(text.substring(first.end(), second.start()));
    String words = withoutSigns(between);
    if (words.isEmpty()) {
      return !between.contains("\n") && first.place() == AnswerPlace.BOX;
    }
    String bare = words.startsWith(",") || words.startsWith(";") ? words.substring(1) : words;
    return bare.isEmpty() || joins.contains(withoutSigns(bare));
  }

  /** The same content twice is no list. */
  static AnswerHit join(AnswerHit first, AnswerHit second) {
    String text =
        first.text().equals(second.text()) ? first.text() : first.text() + ", " + second.text();
    return new AnswerHit(first.place(), first.start(), second.end(), text);
  }

  private static String withoutSigns(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && SIGNS.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && SIGNS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end).replace("\\text{", "").replace("}", "").strip();
  }
}
