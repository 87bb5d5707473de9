package org.galton.task.judge.answer;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Finds the one answer of a completion: the last place of the best rank that has one. Only the last
 * 100,000 characters are searched.
 *
 * @param marker if not empty, nothing but what follows its last occurrence is tried
 * @param languages codes of the languages whose words are known; empty for all
 */
public record AnswerSearch(
    String marker, Thoughts thoughts, AnswerFallback fallback, List<String> languages)
    implements Serializable {

  public AnswerSearch {
    languages = List.copyOf(languages);
    List<String> known = Phrases.languages();
    for (String language : languages) {
      if (!known.contains(language)) {
        throw new IllegalArgumentException(
            "Invalid language '%s': expected one of %s"
                .formatted(language, String.join(", ", known)));
      }
    }
  }

  /** No marker, thinking skipped, the last line as a fallback, all languages. */
  public static AnswerSearch withDefaults() {
    return new AnswerSearch("", Thoughts.SKIPPED, AnswerFallback.LAST, List.of());
  }

  public AnswerSearch withMarker(String text) {
    return new AnswerSearch(text, thoughts, fallback, languages);
  }

  /** The languages whose words are known. */
  public static List<String> allLanguages() {
    return Phrases.languages();
  }

  public <A> FoundAnswer<A> in(String completion, AnswerReader<A> reader) {
    Optional<String> visible = thoughts.visible(completion);
    if (visible.isEmpty()) {
      return new FoundAnswer.Absent<>("the thinking does not end");
    }
    String text = CleanText.withoutStops(CleanText.of(visible.get()));
    return new SearchedText<>(text, this, reader).find();
  }

  /** Whether a text begins as a remark on an answer that stands elsewhere: "correct", "given". */
  public boolean isRemark(String said) {
    return Phrases.of(languages).words(PhraseKind.COMMENT).endOfLongest(SmallLetters.of(said), 0)
        >= 0;
  }

  /** Whether a number behind this text is the time or circumstance of another: "after", "per". */
  public boolean leadsAside(String before) {
    String small = SmallLetters.of(before).stripTrailing();
    return Phrases.of(languages).texts(PhraseKind.BESIDE).stream()
        .anyMatch(
            word ->
                small.endsWith(word) && WordMatch.at(small, small.length() - word.length(), word));
  }

  /** Whether a whole answer declines to answer. */
  public boolean declines(String answer) {
    return new Abstention(Phrases.of(languages)).isWhole(answer);
  }
}
