package org.galton.task.judge.ifeval;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;
import org.galton.task.judge.text.WordCharacters;

/**
 * Counts sentences by Java's own rules for English, which stand in for NLTK's Punkt. As there, a
 * sentence ends before a blank, may begin with a small letter, and not after a title such as Dr.
 */
final class EnglishSentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "jr.", "sr.", "rev.", "gen.", "sen.", "gov.",
          "vs.", "e.g.", "i.e.", "inc.", "corp.", "ltd.", "co.");

  private EnglishSentences() {}

  static int count(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(withCapitals(text));
    int count = 0;
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == text.length() || isEnd(text, end)) {
        count += WordCharacters.stripped(text.substring(start, end)).isEmpty() ? 0 : 1;
        start = end;
      }
    }
    return count;
  }

  /** Java's rules see no end before a word in small letters. */
  private static String withCapitals(String text) {
    StringBuilder capitals = new StringBuilder(text);
    for (int i = 1; i < text.length(); i++) {
      if (WordCharacters.isBlank(text.charAt(i - 1))) {
        capitals.setCharAt(i, Character.toTitleCase(text.charAt(i)));
      }
    }
    return capitals.toString();
  }

  private static boolean isEnd(String text, int end) {
    if (!WordCharacters.isBlank(text.charAt(end - 1))) {
      return false;
    }
    int last = end;
    while (last > 0 && WordCharacters.isBlank(text.charAt(last - 1))) {
      last--;
    }
    int first = last;
    while (first > 0 && last - first < 6 && !WordCharacters.isBlank(text.charAt(first - 1))) {
      first--;
    }
    return !ABBREVIATIONS.contains(text.substring(first, last).toLowerCase(Locale.ROOT));
  }
}
