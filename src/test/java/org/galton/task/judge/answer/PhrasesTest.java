package org.galton.task.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of phrases, line by line. */
class PhrasesTest {
  private static final Phrases ALL = Phrases.of(List.of());

  static Stream<Phrase> nouns() {
    return ALL.nouns().stream();
  }

  static Stream<Phrase> declining() {
    return ALL.all().stream().filter(phrase -> phrase.kind() == PhraseKind.ABSTAIN);
  }

  static Stream<Phrase> negations() {
    return ALL.all().stream()
        .filter(phrase -> phrase.kind() == PhraseKind.NOT || phrase.kind() == PhraseKind.IF)
        .filter(phrase -> !phrase.text().startsWith("*"));
  }

  @ParameterizedTest
  @MethodSource("nouns")
  void aNounAnnouncesWithEachOfItsWordsForIs(Phrase noun) {
    String place = noun.kind() == PhraseKind.FINAL ? "final answer 96" : "phrase 96";
    for (String is : ALL.is(noun.language())) {
      String text = "3 " + noun.text() + " " + is + " 96. ";
      assertThat(PlainReader.find(text)).as(text).isEqualTo(place);
    }
    if (noun.kind() != PhraseKind.SOLUTION) {
      assertThat(PlainReader.find("3 " + noun.text() + ": 96")).isEqualTo(place);
      assertThat(PlainReader.find("3 " + noun.text() + "：96")).isEqualTo(place);
      assertThat(PlainReader.find("3 **" + noun.text() + "** = 96")).isEqualTo(place);
    }
  }

  @ParameterizedTest
  @MethodSource("declining")
  void aClauseDeclines(Phrase phrase) {
    assertThat(PlainReader.find("There are 3. " + phrase.text() + ".")).isEqualTo("declined");
    assertThat(PlainReader.find("\\boxed{\\text{" + phrase.text() + "}}")).isEqualTo("declined");
    assertThat(PlainReader.find(phrase.text() + " xyz")).isEqualTo("none");
  }

  @ParameterizedTest
  @MethodSource("negations")
  void aWordTakesAPlaceBack(Phrase phrase) {
    assertThat(PlainReader.find("Answer: 7. X " + phrase.text() + " \\boxed{5}"))
        .isEqualTo("phrase 7");
  }

  @Test
  void aLineIsALanguageAKindAndASmallText() {
    assertThat(Phrases.languages()).hasSizeGreaterThanOrEqualTo(20);
    for (Phrase phrase : ALL.all()) {
      assertThat(phrase.text())
          .isEqualTo(SmallLetters.of(CleanText.of(phrase.text())).strip())
          .hasSizeLessThan(60);
      assertThat(phrase.language()).matches("[a-z]{2}");
    }
    for (String language : Phrases.languages()) {
      Phrases known = Phrases.of(List.of(language));
      assertThat(known.is(language)).as(language).isNotEmpty();
      assertThat(known.texts(PhraseKind.ANSWER)).as(language).isNotEmpty();
      assertThat(known.texts(PhraseKind.ABSTAIN)).as(language).hasSizeGreaterThan(4);
    }
  }
}
