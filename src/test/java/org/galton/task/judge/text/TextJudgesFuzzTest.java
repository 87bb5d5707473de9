package org.galton.task.judge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.galton.task.IndexedStream;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.galton.task.judge.ExactJudge.LetterCase;
import org.galton.task.judge.ifeval.IfevalJudge;
import org.galton.task.judge.ifeval.IfevalMode;
import org.galton.task.judge.schema.JsonSchemaJudge;
import org.galton.task.judge.text.IncludesJudge.Place;
import org.galton.task.judge.text.IncludesJudge.Wanted;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutated completions under every judge of texts: no exception, one verdict in every locale. {@code
 * -Dgalton.fuzz.texts=10000} takes a minute.
 */
@Tag("slow")
class TextJudgesFuzzTest {
  private static final int TEXTS = Integer.getInteger("galton.fuzz.texts", 2_000);
  private static final int LONG = 1_000_000;

  /** All but the two whose detection of a language takes a millisecond or two. */
  private static final String INSTRUCTIONS =
      "{\"instruction_id_list\": [\"keywords:existence\", \"keywords:frequency\","
          + " \"keywords:forbidden_words\", \"keywords:letter_frequency\","
          + " \"length_constraints:number_sentences\","
          + " \"length_constraints:number_words\", \"length_constraints:number_paragraphs\","
          + " \"length_constraints:nth_paragraph_first_word\","
          + " \"detectable_content:number_placeholders\", \"detectable_content:postscript\","
          + " \"detectable_format:number_bullet_lists\","
          + " \"detectable_format:constrained_response\","
          + " \"detectable_format:number_highlighted_sections\","
          + " \"detectable_format:multiple_sections\", \"detectable_format:json_format\","
          + " \"detectable_format:title\", \"combination:two_responses\","
          + " \"combination:repeat_prompt\", \"startend:end_checker\", \"startend:quotation\","
          + " \"change_case:capital_word_frequency\", \"change_case:english_capital\","
          + " \"punctuation:no_comma\"], \"kwargs\":"
          + " [{\"keywords\": [\"(a+)+b\", \"title\"]}, {\"keyword\": \"(.*)*i\", \"frequency\":"
          + " 3, \"relation\": \"at least\"}, {\"forbidden_words\": [\"(x*)*y\"]}, {\"letter\":"
          + " \"I\", \"let_frequency\": 3, \"let_relation\": \"less than\"}, {\"num_sentences\": 3, \"relation\": \"less than\"}, {\"num_words\": 5,"
          + " \"relation\": \"at least\"}, {\"num_paragraphs\": 2}, {\"num_paragraphs\": 2,"
          + " \"nth_paragraph\": 1, \"first_word\": \"TITLE\"}, {\"num_placeholders\": 2},"
          + " {\"postscript_marker\": \"P.S.\"}, {\"num_bullets\": 1}, {}, {\"num_highlights\": 1},"
          + " {\"section_spliter\": \"SECTION\", \"num_sections\": 1}, {}, {}, {},"
          + " {\"prompt_to_repeat\": \"TITLE\"}, {\"end_phrase\": \"THIS IS IT\"}, {},"
          + " {\"capital_frequency\": 2, \"capital_relation\": \"at least\"}, {}, {}]}";

  private static final List<String> PIECES =
      List.of(
          "Title",
          "IT",
          "I",
          "ı",
          "İ",
          "the ",
          "a ",
          "aaaaaaab",
          "5",
          "5.0",
          "-3,000",
          "1e999",
          "yards",
          "Nile",
          "don't ",
          "CAN'T ",
          "CANNOT",
          "U.S.",
          "P.S.",
          "SECTION 1",
          "[x]",
          "*",
          "**",
          "***",
          "******",
          "- ",
          "\n",
          "\n\n",
          "<<",
          ">>",
          "\"",
          "'",
          "```",
          "```json\n",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "null",
          "{\"a\": 1}",
          "My answer is yes.",
          "\\",
          " ",
          "\u00a0",
          "\u2028",
          "\u0000",
          "\uD83C",
          "😀",
          "٣",
          "é",
          "e\u0301",
          "日本",
          "ไทย",
          "”",
          "unanswerable",
          ".",
          "?",
          "!",
          "#",
          "&",
          "$1");

  static Stream<Arguments> judges() {
    return Stream.of(
        Arguments.of(TextJudge.withDefaults(), "[\"The Nile\", \"5\", \"It\"]"),
        Arguments.of(new TextJudge(TextMetric.F1, 0.5, "Title"), "the Nile I"),
        Arguments.of(
            new TextJudge(TextMetric.DROP, 0, ""), "[[\"5 yards\", \"Nile\", \"3,000\"], \"IT\"]"),
        Arguments.of(IncludesJudge.withDefaults(), "[\"it\", \"nile\"]"),
        Arguments.of(
            new IncludesJudge(Place.WHOLE_WORDS, LetterCase.IGNORED, Wanted.ALL),
            "[\"IT\", \"the\"]"),
        Arguments.of(
            new JsonSchemaJudge(JsonSchemaJudge.Fence.ALLOWED),
            "{\"type\": [\"object\", \"array\", \"number\"], \"items\": {\"$ref\": \"#\"},"
                + " \"multipleOf\": 0.5}"),
        Arguments.of(new IfevalJudge(IfevalMode.LOOSE), INSTRUCTIONS));
  }

  @ParameterizedTest
  @MethodSource("judges")
  @ResourceLock(Resources.LOCALE)
  void mutatedCompletionsGetOneVerdictInEveryLocale(Judge judge, String reference) {
    Prompt prompt = asking(reference);
    assertThat(judge.accepts(prompt)).isTrue();
    List<Verdict> verdicts = verdicts(judge, prompt);
    for (int seed = 0; seed < TEXTS; seed++) {
      Verdict verdict = verdicts.get(seed);
      assertThat(verdict.reward()).as("seed %d", seed).isBetween(0.0, 1.0);
      assertThat(verdict.correct() && verdict.answer().isEmpty())
          .as("correct without an answer, seed %d", seed)
          .isFalse();
      assertThat(verdict.answer().length()).as("seed %d", seed).isLessThan(300);
      assertThat(verdict.detail().length()).as("seed %d", seed).isLessThanOrEqualTo(300);
    }
    Locale usual = Locale.getDefault();
    try (Verifier verifier = judge.verifier()) {
      for (String tag : List.of("tr", "ar-EG")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        for (int seed = 0; seed < TEXTS; seed += 10) {
          assertThat(verifier.verify(prompt, draw(seed)))
              .as("seed %d in %s", seed, tag)
              .isEqualTo(verdicts.get(seed));
        }
      }
    } finally {
      Locale.setDefault(usual);
    }
  }

  @ParameterizedTest
  @MethodSource("judges")
  void aMillionCharactersAreJudgedInSeconds(Judge judge, String reference) {
    Prompt prompt = asking(reference);
    for (String piece : List.of("a", " ", "*", "\n", "[", "\"", "a ", "5-", "x.", "A'S ", "<<")) {
      String text = piece.repeat(LONG / piece.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(60), () -> judge.judge(prompt, text), () -> "of '" + piece + "'");
    }
  }

  private static List<Verdict> verdicts(Judge judge, Prompt prompt) {
    List<Verdict> verdicts = new ArrayList<>();
    try (Verifier verifier = judge.verifier()) {
      for (int seed = 0; seed < TEXTS; seed++) {
        try {
          verdicts.add(verifier.verify(prompt, draw(seed)));
        } catch (RuntimeException | StackOverflowError e) {
          throw new AssertionError(judge.scorer() + " failed on the text of seed " + seed, e);
        }
      }
    }
    return verdicts;
  }

  private static String draw(long seed) {
    IndexedStream draws = new IndexedStream(seed, "texts");
    StringBuilder text = new StringBuilder();
    for (int left = draws.below(draws.below(20) == 0 ? 300 : 20); left > 0; left--) {
      text.append(draws.oneOf(PIECES));
    }
    return text.toString();
  }

  private static Prompt asking(String reference) {
    return new Prompt("id", "mine", "id", "Which river?", reference, Map.of());
  }
}
