package org.galton.task.judge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The spans of mathematics in a text; several that are joined as a list are one place. */
final class Spans {
  private Spans() {}

  static List<AnswerHit> in(String text, List<String> joins) {
    List<AnswerHit> hits = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escaped =
          c == '\\' && i + 1 < text.length() && "$\\".indexOf(text.charAt(i + 1)) >= 0;
      if (escaped) {
        i++;
      } else if (c == '$' || c == '\\') {
        Optional<MathSpan> span = MathSpan.at(text, i);
        if (span.isPresent()) {
          add(hits, span.get(), text, joins);
          i = span.get().end() - 1;
        } else if (text.startsWith("$$", i)) {
          i++;
        }
      }
    }
    return hits;
  }

  private static void add(List<AnswerHit> hits, MathSpan span, String text, List<String> joins) {
    AnswerHit hit = new AnswerHit(AnswerPlace.SPAN, span.start(), span.end(), span.content());
    if (!hits.isEmpty() && JoinedPlaces.areJoined(text, hits.get(hits.size() - 1), hit, joins)) {
      hit = JoinedPlaces.join(hits.remove(hits.size() - 1), hit);
    }
    hits.add(hit);
  }
}
