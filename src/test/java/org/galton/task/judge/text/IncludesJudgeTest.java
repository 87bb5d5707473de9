package org.galton.task.judge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.ExactJudge.LetterCase;
import org.galton.task.judge.text.IncludesJudge.Place;
import org.galton.task.judge.text.IncludesJudge.Wanted;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncludesJudgeTest {
  private static final String RIVERS = "[\"Nile\", \"Blue Nile\", \"Congo\"]";

  @ParameterizedTest
  @CsvSource({
    "the Nile, It is THE\tnile!, true, true",
    "Nile, Juvenile, true, false",
    "cat, concatenate, true, false",
    "C++, Use c++., true, true",
    "don, don't, true, false",
    "don't, I don't., true, true",
    "Ägypten, in a\u0308gypten, true, true",
    "Nile, Congo, false, false",
  })
  void textsAreFoundAnywhereOrAsWholeWords(
      String reference, String completion, boolean anywhere, boolean words) {
    assertThat(IncludesJudge.withDefaults().judge(asking(reference), completion).correct())
        .isEqualTo(anywhere);
    assertThat(
            new IncludesJudge(Place.WHOLE_WORDS, LetterCase.IGNORED, Wanted.ANY)
                .judge(asking(reference), completion)
                .correct())
        .isEqualTo(words);
  }

  @Test
  void capitalsCanMatter() {
    IncludesJudge judge = new IncludesJudge(Place.ANYWHERE, LetterCase.DISTINGUISHED, Wanted.ANY);
    assertThat(judge.judge(asking("Nile"), "the nile").correct()).isFalse();
    assertThat(judge.judge(asking("Nile"), "the Nile").correct()).isTrue();
  }

  @Test
  void anyOrAllTextsOfAListAreWanted() {
    IncludesJudge any = IncludesJudge.withDefaults();
    IncludesJudge all = new IncludesJudge(Place.ANYWHERE, LetterCase.IGNORED, Wanted.ALL);
    assertThat(any.judge(asking(RIVERS), "The Blue Nile."))
        .isEqualTo(
            new Verdict(
                "has 'blue nile', 'nile'", true, false, 1, "text", "contains 2 of 3 texts"));
    assertThat(all.judge(asking(RIVERS), "The Blue Nile.").correct()).isFalse();
    assertThat(all.judge(asking(RIVERS), "The Blue Nile and the Congo").correct()).isTrue();
    assertThat(any.judge(asking(RIVERS), "The Rhine"))
        .isEqualTo(new Verdict("has none", false, false, 0, "", "contains 0 of 3 texts"));
    assertThat(any.judge(asking(RIVERS), " ").answer()).isEmpty();
  }

  @Test
  void aMillionOccurrencesInsideOneWordTakeNoLongerThanTheText() {
    IncludesJudge judge = new IncludesJudge(Place.WHOLE_WORDS, LetterCase.IGNORED, Wanted.ANY);
    String word = "a".repeat(1_000_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(judge.judge(asking("a"), word).correct()).isFalse());
  }

  @Test
  void referencesWithoutAnyTextAreRefused() {
    assertThat(IncludesJudge.withDefaults().accepts(asking("[1, \"x\"]"))).isTrue();
    assertThat(IncludesJudge.withDefaults().accepts(asking("[[\"x\", \"y\"]]"))).isFalse();
    assertThat(IncludesJudge.withDefaults().accepts(asking("[null]"))).isFalse();
    assertThat(IncludesJudge.withDefaults().accepts(asking("[\"x\", \" \"]"))).isFalse();
  }

  @Test
  void theScorerNamesEveryOption() {
    assertThat(new IncludesJudge(Place.WHOLE_WORDS, LetterCase.DISTINGUISHED, Wanted.ALL).scorer())
        .isEqualTo("includes/1{words=true,ignore_case=false,all=true}");
  }

  private static Prompt asking(String reference) {
    return new Prompt("id", "mine", "id", "Which river?", reference, Map.of());
  }
}
