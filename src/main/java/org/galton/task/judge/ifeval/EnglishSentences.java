package org.galton.task.judge.ifeval;

import java.text.BreakIterator;
import java.util.Locale;

/** Counts sentences by Java's own rules for English, which stand in for NLTK's Punkt. */
final class EnglishSentences {
  private EnglishSentences() {}

  static int count(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(text);
    int count = 0;
    int start = sentences.first();
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      count += text.substring(start, end).isBlank() ? 0 : 1;
      start = end;
    }
    return count;
  }
}
