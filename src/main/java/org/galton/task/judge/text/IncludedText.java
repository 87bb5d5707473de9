package org.galton.task.judge.text;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import org.galton.task.judge.ExactJudge.LetterCase;
import org.galton.task.judge.text.IncludesJudge.Place;

/** A text in which others are looked for. */
final class IncludedText {
  private final String text;

  /** Between characters, where a text may begin and end. */
  private final BitSet edges;

  private IncludedText(String text, BitSet edges) {
    this.text = text;
    this.edges = edges;
  }

  /**
   * @param text as {@link #normal} writes it
   */
  static IncludedText of(String text, Place place) {
    BitSet edges = new BitSet(text.length() + 1);
    if (place == Place.ANYWHERE) {
      edges.set(0, text.length() + 1);
      return new IncludedText(text, edges);
    }
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    for (int at = words.first(); at != BreakIterator.DONE; at = words.next()) {
      edges.set(at);
    }
    return new IncludedText(text, edges);
  }

  /** Composed characters (NFC) and single blanks. */
  static String normal(String text, LetterCase letterCase) {
    String joined =
        String.join(" ", WordCharacters.pieces(Normalizer.normalize(text, Normalizer.Form.NFC)));
    return letterCase == LetterCase.IGNORED ? joined.toLowerCase(Locale.ROOT) : joined;
  }

  boolean contains(String searched) {
    int at = text.indexOf(searched);
    while (at >= 0 && !(edges.get(at) && edges.get(at + searched.length()))) {
      at = text.indexOf(searched, at + 1);
    }
    return at >= 0;
  }
}
