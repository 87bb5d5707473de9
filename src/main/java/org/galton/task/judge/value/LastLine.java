package org.galton.task.judge.value;

import java.util.List;
import java.util.Optional;
import org.galton.task.judge.answer.AnswerHit;
import org.galton.task.judge.answer.AnswerPlace;

/** The last line of a text that is not blank. */
final class LastLine {
  private static final String MARKUP = " *_`#>";

  private LastLine() {}

  static List<AnswerHit> of(String text) {
    return range(text)
        .map(
            line ->
                List.of(
                    new AnswerHit(
                        AnswerPlace.LAST, line[0], line[1], text.substring(line[0], line[1]))))
        .orElse(List.of());
  }

  private static Optional<int[]> range(String text) {
    int end = text.length();
    while (end > 0 && isMarkup(text.charAt(end - 1))) {
      end--;
    }
    int start = text.lastIndexOf('\n', end - 1) + 1;
    while (start < end && isMarkup(text.charAt(start))) {
      start++;
    }
    return end == 0 ? Optional.empty() : Optional.of(new int[] {start, end});
  }

  private static boolean isMarkup(char c) {
    return c == '\n' || MARKUP.indexOf(c) >= 0;
  }
}
