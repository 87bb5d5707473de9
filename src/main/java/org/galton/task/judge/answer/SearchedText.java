package org.galton.task.judge.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.galton.task.judge.answer.AnswerReader.Reading;
import org.galton.task.judge.answer.AnswerReader.Taken;
import org.galton.task.judge.answer.AnswerReader.Unreadable;
import org.galton.task.judge.answer.FoundAnswer.Absent;
import org.galton.task.judge.answer.FoundAnswer.Declined;
import org.galton.task.judge.answer.FoundAnswer.Found;

/** One search: the places of a cleaned text, rank by rank. */
final class SearchedText<A> {
  private static final List<String> NOTHING = List.of("", "?", "[INVALID]", "[invalid]");

  private final String text;
  private final String small;
  private final AnswerSearch search;
  private final AnswerReader<A> reader;
  private final Phrases phrases;
  private final Abstention abstention;
  private final Clauses clauses;

  SearchedText(String text, AnswerSearch search, AnswerReader<A> reader) {
    this.text = text;
    this.small = SmallLetters.of(text);
    this.search = search;
    this.reader = reader;
    this.phrases = Phrases.of(search.languages());
    this.abstention = new Abstention(phrases);
    this.clauses = new Clauses(small, phrases);
  }

  FoundAnswer<A> find() {
    if (!search.marker().isEmpty()) {
      return last(marked()).orElseGet(() -> absent("nothing behind the marker"));
    }
    List<String> joins = phrases.texts(PhraseKind.JOIN);
    Boxes boxes = Boxes.in(text, joins);
    if (boxes.cut()) {
      return new Absent<>("a box is still open at the end");
    }
    List<AnswerHit> words = new WordHits(text, small, phrases).find();
    List<AnswerHit> best =
        Stream.of(
                boxes.hits().stream(),
                SignHits.tags(text, small).stream().map(tag -> inside(tag, words)),
                SignHits.hashes(text).stream(),
                words.stream().filter(hit -> hit.place() == AnswerPlace.FINAL))
            .flatMap(hits -> hits)
            .toList();
    return last(best)
        .or(() -> last(words))
        .orElseGet(
            () ->
                best.stream().anyMatch(hit -> isNothing(hit.text()))
                    ? absent("the place of the answer is empty")
                    : weak(joins));
  }

  private List<AnswerHit> marked() {
    String marker = CleanText.of(search.marker());
    int at = text.lastIndexOf(marker);
    return at < 0
        ? List.of()
        : AnswerRegion.after(text, at + marker.length()).stream()
            .map(region -> new AnswerHit(AnswerPlace.MARKER, at, region.start(), region.in(text)))
            .toList();
  }

  /** What the words in a tag announce, or else its content. */
  private static AnswerHit inside(AnswerHit tag, List<AnswerHit> words) {
    return words.stream()
        .filter(hit -> tag.start() < hit.start() && hit.end() < tag.end())
        .max(Comparator.comparingInt(AnswerHit::start))
        .map(hit -> new AnswerHit(AnswerPlace.TAG, tag.start(), tag.end(), closed(hit.text())))
        .orElse(tag);
  }

  private static String closed(String region) {
    int close = SmallLetters.of(region).indexOf("</answer>");
    return close < 0 ? region : region.substring(0, close).strip();
  }

  private FoundAnswer<A> weak(List<String> joins) {
    if (abstention.closes(text)) {
      return new Declined<>("", lastLine());
    }
    if (search.fallback() == AnswerFallback.NONE) {
      return absent("no answer is marked as such");
    }
    return last(Spans.in(text, joins))
        .or(() -> last(reader.last(text)))
        .orElseGet(() -> absent("no answer"));
  }

  /** The last of some places that is asserted and has an answer. */
  private Optional<FoundAnswer<A>> last(List<AnswerHit> hits) {
    List<AnswerHit> fromEnd = new ArrayList<>(hits);
    fromEnd.sort(
        Comparator.comparingInt(AnswerHit::start)
            .thenComparingInt(AnswerHit::end)
            .thenComparing(AnswerHit::place)
            .reversed());
    for (AnswerHit hit : fromEnd) {
      if (isNothing(hit.text()) || !isAsserted(hit)) {
        continue;
      }
      if (hit.place().isCommitment() && abstention.isWhole(hit.text())) {
        return Optional.of(new Declined<>(hit.place().shown(), hit.text()));
      }
      Reading<A> reading = reader.read(hit);
      if (reading instanceof Taken<A> taken) {
        return Optional.of(new Found<>(hit, taken.answer()));
      }
      if (reading instanceof Unreadable<A>) {
        return Optional.of(new Absent<>("the %s cannot be read".formatted(hit.place().shown())));
      }
    }
    return Optional.empty();
  }

  private boolean isAsserted(AnswerHit hit) {
    return switch (hit.place()) {
      case MARKER -> true;
      case TAG, BOX, SPAN, LAST -> clauses.isAsserted(hit.start(), hit.end());
      case FINAL, HASHES, PHRASE, HEADING ->
          clauses.isAsserted(hit.start(), hit.end()) && !clauses.isDenied(hit.text());
    };
  }

  private static boolean isNothing(String said) {
    return NOTHING.contains(said.strip());
  }

  private FoundAnswer<A> absent(String reason) {
    return abstention.isIn(text) ? new Declined<>("", lastLine()) : new Absent<>(reason);
  }

  private String lastLine() {
    return text.strip().lines().reduce("", (first, second) -> second).strip();
  }
}
