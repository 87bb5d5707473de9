package org.galton.task.judge.answer;

import java.util.ArrayList;
import java.util.List;

/** Places that signs announce: {@code <answer>…</answer>} and {@code ####}. */
final class SignHits {
  private static final String OPEN = "<answer>";
  private static final String CLOSE = "</answer>";
  private static final String HASHES = "####";

  private SignHits() {}

  /** Without its closing tag, which a stop text may have cut off, the last one is open. */
  static List<AnswerHit> tags(String text, String small) {
    List<AnswerHit> hits = new ArrayList<>();
    int at = small.indexOf(OPEN);
    while (at >= 0) {
      int from = at + OPEN.length();
      int close = small.indexOf(CLOSE, from);
      int end = close < 0 ? text.length() : close;
      hits.add(new AnswerHit(AnswerPlace.TAG, at, end, new AnswerRegion(from, end).in(text)));
      at = close < 0 ? -1 : small.indexOf(OPEN, end);
    }
    return hits;
  }

  /** With words behind, four signs are a heading, unless nothing else comes. */
  static List<AnswerHit> hashes(String text) {
    List<AnswerHit> hits = new ArrayList<>();
    for (int at = text.indexOf(HASHES); at >= 0; at = text.indexOf(HASHES, at + HASHES.length())) {
      int start = at;
      boolean longer =
          (at > 0 && text.charAt(at - 1) == '#')
              || (at + HASHES.length() < text.length() && text.charAt(at + HASHES.length()) == '#');
      if (!longer) {
        AnswerRegion.after(text, at + HASHES.length())
            .filter(region -> !isHeading(text, region))
            .map(
                region -> new AnswerHit(AnswerPlace.HASHES, start, region.start(), region.in(text)))
            .ifPresent(hits::add);
      }
    }
    return hits;
  }

  private static boolean isHeading(String text, AnswerRegion region) {
    return Character.isLetter(text.charAt(region.start()))
        && !text.substring(region.end()).isBlank();
  }
}
