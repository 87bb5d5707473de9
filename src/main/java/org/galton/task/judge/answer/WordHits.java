package org.galton.task.judge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places that words announce: "the final answer is", "Antwort:", a heading "Answer". */
final class WordHits {
  private static final String MARKUP = " *_`";
  private static final String BEFORE_HEADING = " *_`#>";
  private static final int LONGEST_ASIDE = 40;

  private final String text;
  private final String small;
  private final Phrases phrases;

  WordHits(String text, String small, Phrases phrases) {
    this.text = text;
    this.small = small;
    this.phrases = phrases;
  }

  /** In the order of the list of phrases, not of the text. */
  List<AnswerHit> find() {
    List<AnswerHit> hits = new ArrayList<>();
    for (Phrase noun : phrases.nouns()) {
      int at = WordMatch.next(small, noun.text(), 0);
      while (at >= 0) {
        hit(noun, at).ifPresent(hits::add);
        at = WordMatch.next(small, noun.text(), at + 1);
      }
    }
    return hits;
  }

  private Optional<AnswerHit> hit(Phrase noun, int start) {
    int end = aside(markup(start + noun.text().length()));
    Optional<Integer> after = is(noun, end);
    AnswerPlace place = noun.kind() == PhraseKind.FINAL ? AnswerPlace.FINAL : AnswerPlace.PHRASE;
    if (after.isEmpty() && noun.kind() != PhraseKind.SOLUTION) {
      char next = end < text.length() ? text.charAt(end) : '\n';
      if (next == ':' || next == '=') {
        after = Optional.of(end + 1);
      } else if (next == '\n' && isHeading(noun, start)) {
        after = Optional.of(end);
        place = place == AnswerPlace.FINAL ? place : AnswerPlace.HEADING;
      }
    }
    AnswerPlace kind = place;
    return after
        .flatMap(from -> AnswerRegion.after(text, from))
        .map(region -> new AnswerHit(kind, start, region.start(), region.in(text)));
  }

  private boolean isHeading(Phrase noun, int start) {
    int at = start - 1;
    while (at >= 0 && BEFORE_HEADING.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return noun.kind() == PhraseKind.FINAL || at < 0 || text.charAt(at) == '\n';
  }

  /** Where the words for "is" end. */
  private Optional<Integer> is(Phrase noun, int at) {
    int end = -1;
    for (String word : phrases.is(noun.language())) {
      boolean fits = word.isEmpty() ? isNumberNext(at) : WordMatch.at(small, at, word);
      if (fits && at + word.length() > end) {
        end = at + word.length();
      }
    }
    if (end < 0) {
      return Optional.empty();
    }
    int colon = markup(end);
    return Optional.of(colon < text.length() && text.charAt(colon) == ':' ? colon + 1 : end);
  }

  private boolean isNumberNext(int at) {
    return at < text.length()
        && (Character.isDigit(text.charAt(at)) || "-$\\".indexOf(text.charAt(at)) >= 0);
  }

  private int markup(int from) {
    int at = from;
    while (at < text.length() && MARKUP.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Behind a remark in brackets such as "(in cm)". */
  private int aside(int from) {
    if (from >= text.length() || text.charAt(from) != '(') {
      return from;
    }
    int close = text.substring(from, Math.min(text.length(), from + LONGEST_ASIDE)).indexOf(')');
    return close < 0 ? from : markup(from + close + 1);
  }
}
