package org.galton.serve.api;

import java.util.List;

/**
 * Which part of a growing text can be sent. Held back are characters of which not all bytes are
 * drawn yet, and what may turn out to be the beginning of a string that ends the text.
 */
final class TextTail {
  private static final char UNFINISHED = '\uFFFD';

  private final List<String> stops;
  private String sent = "";

  TextTail(List<String> stops) {
    this.stops = stops;
  }

  /** What can be sent now that so much is drawn. */
  String next(String drawn) {
    int end = drawn.length();
    while (end > 0 && drawn.charAt(end - 1) == UNFINISHED) {
      end--;
    }
    String whole = drawn.substring(0, end);
    for (String stop : stops) {
      int at = whole.indexOf(stop);
      end = Math.min(end, at >= 0 ? at : whole.length() - begun(whole, stop));
    }
    return send(drawn.substring(0, end));
  }

  /** The rest, once the text has ended. */
  String last(String text) {
    return send(text);
  }

  private String send(String text) {
    // A tokenizer may join what it has drawn otherwise once more is there: then it waits.
    if (text.length() <= sent.length() || !text.startsWith(sent)) {
      return "";
    }
    String piece = text.substring(sent.length());
    sent = text;
    return piece;
  }

  /** Of how many characters at the end of a text a stop string may be the continuation. */
  private static int begun(String text, String stop) {
    int most = Math.min(stop.length() - 1, text.length());
    for (int length = most; length > 0; length--) {
      if (text.regionMatches(text.length() - length, stop, 0, length)) {
        return length;
      }
    }
    return 0;
  }
}
