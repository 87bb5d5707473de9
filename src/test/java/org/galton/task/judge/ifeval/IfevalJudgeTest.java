package org.galton.task.judge.ifeval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.galton.task.IndexedStream;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfevalJudgeTest {
  private static final IfevalJudge STRICT = new IfevalJudge(IfevalMode.STRICT);
  private static final IfevalJudge LOOSE = new IfevalJudge(IfevalMode.LOOSE);
  private static final Prompt THREE =
      asking(
          "{\"key\": 1, \"prompt\": \"Do it.\", \"instruction_id_list\":"
              + " [\"punctuation:no_comma\", \"detectable_format:title\","
              + " \"punctuation:no_comma\"], \"kwargs\": [{\"num_words\": null}, {}, {}]}");

  @Test
  void theRewardIsTheShareThatIsFollowed() {
    assertThat(STRICT.judge(THREE, "<<Title>>\nText"))
        .isEqualTo(new Verdict("follows 1,2,3", true, false, 1, "", "3 of 3 followed"));
    assertThat(STRICT.judge(THREE, "Text"))
        .isEqualTo(
            new Verdict(
                "follows 1,3",
                false,
                false,
                2.0 / 3,
                "",
                "2 of 3 followed, not detectable_format:title"));
    assertThat(STRICT.judge(THREE, "Text, more"))
        .isEqualTo(
            new Verdict(
                "follows none",
                false,
                false,
                0,
                "",
                "0 of 3 followed, not punctuation:no_comma, detectable_format:title,"
                    + " punctuation:no_comma"));
  }

  @Test
  void aBlankCompletionFollowsNothing() {
    assertThat(STRICT.judge(THREE, " \n").answer()).isEmpty();
    assertThat(STRICT.judge(THREE, "").reward()).isZero();
    assertThat(LOOSE.judge(THREE, "\n\n").reward()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sure, here:#\"All good\" | false | true",
        "\"All good\"#Hope it helps, bye | false | true",
        "Sure, here:#\"All good\"#Bye, now | false | true",
        "*\"All good\"* | false | true",
        "Sure, here:#**\"All good\"**#Bye, now | false | true",
        "\"All good\" | true | true",
        "Sure, here:#All good#Bye, now | false | false",
        "One, here:#Two, here:#\"All good\" | false | false",
        "Sure, \"All good\" | false | false",
      })
  void looseAlsoTriesTheTextWithoutItsEdges(String lines, boolean strict, boolean loose) {
    Prompt prompt = asking("{\"instruction_id_list\": [\"startend:quotation\"], \"kwargs\": [{}]}");
    String completion = lines.replace('#', '\n');
    assertThat(STRICT.judge(prompt, completion).correct()).isEqualTo(strict);
    assertThat(LOOSE.judge(prompt, completion).correct()).isEqualTo(loose);
  }

  @Test
  void eachInstructionMayBeFollowedByAnotherOfTheTexts() {
    Prompt prompt =
        asking(
            "{\"instruction_id_list\": [\"startend:quotation\","
                + " \"length_constraints:number_words\"], \"kwargs\": [{}, {\"num_words\": 3,"
                + " \"relation\": \"at least\"}]}");
    assertThat(LOOSE.judge(prompt, "Here:\n\"All good\"").correct()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a text",
        "{}",
        "[]",
        "{\"instruction_id_list\": [], \"kwargs\": []}",
        "{\"instruction_id_list\": [\"keywords:none\"], \"kwargs\": [{}]}",
        "{\"instruction_id_list\": [\"punctuation:no_comma\"]}",
        "{\"instruction_id_list\": [\"punctuation:no_comma\"], \"kwargs\": [{}, {}]}",
        "{\"instruction_id_list\": [\"keywords:existence\"], \"kwargs\": [{\"keywords\": null}]}",
        "{\"instruction_id_list\": [\"keywords:existence\"], \"kwargs\": [{\"keywords\": [\"(\"]}]}",
        "{\"instruction_id_list\": [\"keywords:letter_frequency\"], \"kwargs\": [{\"letter\":"
            + " \"ab\", \"let_frequency\": 1, \"let_relation\": \"at least\"}]}",
        "{\"instruction_id_list\": [\"length_constraints:number_words\"], \"kwargs\":"
            + " [{\"num_words\": 3, \"relation\": \"about\"}]}",
        "{\"instruction_id_list\": [\"length_constraints:number_words\"], \"kwargs\":"
            + " [{\"num_words\": 3.5, \"relation\": \"at least\"}]}",
        "{\"instruction_id_list\": [\"language:response_language\"], \"kwargs\": [{\"language\":"
            + " \"German\"}]}",
      })
  void instructionsThatCannotBeCheckedAreRefused(String reference) {
    assertThat(STRICT.accepts(asking(reference))).isFalse();
    assertThat(STRICT.expectedReference()).contains("instruction_id_list");
  }

  @Test
  void whateverIsWrittenItsLanguageIsTheSameTwice() {
    Prompt prompt =
        asking(
            "{\"instruction_id_list\": [\"language:response_language\","
                + " \"change_case:english_lowercase\"], \"kwargs\": [{\"language\": \"en\"},"
                + " {}]}");
    for (int seed = 0; seed < 200; seed++) {
      IndexedStream draws = new IndexedStream(seed, "languages");
      StringBuilder text = new StringBuilder();
      for (int left = draws.below(40); left > 0; left--) {
        text.append(
            draws.oneOf(
                List.of("the ", "und ", "que ", "日本", "ไทย", " это", "\uD83C", "@", "a@b", "I")));
      }
      assertThat(LOOSE.judge(prompt, text.toString()))
          .as("seed %d", seed)
          .isEqualTo(LOOSE.judge(prompt, text.toString()));
    }
  }

  @Test
  void aMillionCharactersHaveALanguageInSeconds() {
    Prompt prompt =
        asking(
            "{\"instruction_id_list\": [\"language:response_language\"], \"kwargs\":"
                + " [{\"language\": \"en\"}]}");
    for (String piece : List.of("a", "a@", "http://", "ไ")) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(60),
          () -> LOOSE.judge(prompt, piece.repeat(1_000_000 / piece.length())),
          piece);
    }
  }

  @Test
  void theScorerNamesTheMode() {
    assertThat(STRICT.scorer()).isEqualTo("ifeval/1{mode=strict}");
    assertThat(LOOSE.scorer()).isEqualTo("ifeval/1{mode=loose}");
  }

  private static Prompt asking(String reference) {
    return new Prompt("id", "mine", "id", "Do it.", reference, Map.of());
  }
}
