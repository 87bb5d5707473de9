package org.galton.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text: longest runs of letters and digits, in small letters. All else parts them,
 * and two texts with the same words are the same text.
 */
final class Words {
  private Words() {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    String small = text.toLowerCase(Locale.ROOT);
    int from = 0;
    for (int at = 0; at <= small.length(); ) {
      int c = at < small.length() ? small.codePointAt(at) : ' ';
      int next = at + Character.charCount(c);
      if (!Character.isLetterOrDigit(c)) {
        if (at > from) {
          words.add(small.substring(from, at));
        }
        from = next;
      }
      at = next;
    }
    return words;
  }
}
