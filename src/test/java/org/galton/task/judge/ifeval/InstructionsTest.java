package org.galton.task.judge.ifeval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.galton.task.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every instruction with responses that follow it, and others that do not. */
class InstructionsTest {
  private static final String ENGLISH =
      "the quick brown fox jumps over the lazy dog, and then it sleeps under the old tree.";

  /**
   * @param kwargs JSON
   */
  private record Case(String id, String kwargs, List<String> right, List<String> wrong) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "keywords:existence",
              "{\"keywords\": [\"mom\", \"cor+elated\"]}",
              List.of("Moment: CORRRELATED", "mom\ncorelated"),
              List.of("mom", "correlated", "mo m correlated")),
          new Case(
              "keywords:frequency",
              "{\"keyword\": \"war\", \"frequency\": 2, \"relation\": \"at least\"}",
              List.of("War and warfare", "war war war"),
              List.of("war", "wa rwar")),
          new Case(
              "keywords:frequency",
              "{\"keyword\": \"war\", \"frequency\": 2, \"relation\": \"less than\"}",
              List.of("peace", "war"),
              List.of("war, war")),
          new Case(
              "keywords:forbidden_words",
              "{\"forbidden_words\": [\"rock\", \"père\", \"a b\"]}",
              List.of("rocks and rocket", "pères", "xpère", "a  b"),
              List.of("a ROCK!", "rock", "rock\n", "le père", "(a b)")),
          new Case(
              "keywords:forbidden_words",
              "{\"forbidden_words\": [\"#tag\"]}",
              List.of("#tag", "x #tag"),
              List.of("x#tag")),
          new Case(
              "keywords:letter_frequency",
              "{\"letter\": \"q\", \"let_frequency\": 2, \"let_relation\": \"at least\"}",
              List.of("Quick Q", "qq"),
              List.of("quick")),
          new Case(
              "keywords:letter_frequency",
              "{\"letter\": \"#\", \"let_frequency\": 2, \"let_relation\": \"less than\"}",
              List.of("none", "# one"),
              List.of("## two")),
          new Case(
              "language:response_language",
              "{\"language\": \"de\"}",
              List.of("Das ist ein ganz gewöhnlicher deutscher Satz über das Wetter.", "123 456"),
              List.of(ENGLISH, "Ceci est une phrase française tout à fait ordinaire.")),
          new Case(
              "language:response_language",
              "{\"language\": \"hi\"}",
              List.of("यह हिंदी में एक साधारण वाक्य है।"),
              List.of("ఇది తెలుగులో ఒక సాధారణ వాక్యం.")),
          new Case(
              "length_constraints:number_sentences",
              "{\"num_sentences\": 3, \"relation\": \"at least\"}",
              List.of("One. Two! Three?", "It costs 3.50 today. Is it? Yes.", "one. two. three"),
              List.of("One. Two.", "It is 3.5. Ask Dr. Who.", "Some, e.g. this. Not x.y.z")),
          new Case(
              "length_constraints:number_words",
              "{\"num_words\": 4, \"relation\": \"less than\"}",
              List.of("one two three", "don't stop", "-- ! --"),
              List.of("one two three four", "don't won't", "a-b-c-d", "один два три четыре")),
          new Case(
              "length_constraints:number_paragraphs",
              "{\"num_paragraphs\": 2}",
              List.of("one\n***\ntwo", "***one***two***", "a *** b"),
              List.of("one", "one\n\ntwo", "one***\n***two", "a***b***c")),
          new Case(
              "length_constraints:nth_paragraph_first_word",
              "{\"num_paragraphs\": 2, \"nth_paragraph\": 2, \"first_word\": \"President\"}",
              List.of("One.\n\nPresident, yes.", "x\n\n'\"president's\" z"),
              List.of(
                  "One.\n\nThe president",
                  "One.\n\npresidents",
                  "President.",
                  "a\n\npresident\n\nb")),
          new Case(
              "detectable_content:number_placeholders",
              "{\"num_placeholders\": 2}",
              List.of("[name] and [address]", "[a[b] [c]", "[][]"),
              List.of("[name]", "[a\n] [b]", "name address")),
          new Case(
              "detectable_content:postscript",
              "{\"postscript_marker\": \"P.S.\"}",
              List.of("Hello.\n\nP.S. Write soon.", "p. s. lower"),
              List.of("Hello.", "PS: Write soon.", "P.S")),
          new Case(
              "detectable_content:postscript",
              "{\"postscript_marker\": \"P.P.S\"}",
              List.of("P.P.S more", "P. P. S. more"),
              List.of("P.S. one", "PPS")),
          new Case(
              "detectable_content:postscript",
              "{\"postscript_marker\": \"Note:\"}",
              List.of("text\nNOTE: this"),
              List.of("note")),
          new Case(
              "detectable_format:number_bullet_lists",
              "{\"num_bullets\": 2}",
              List.of("* one\n* two", "- one\n  * two", "Text\n\n- one\n- two"),
              List.of("* one", "* one\n* two\n* three", "** bold\n* one", "1. one\n2. two")),
          new Case(
              "detectable_format:constrained_response",
              "{}",
              List.of("My answer is yes.", "Well. My answer is maybe. "),
              List.of("Yes.", "My answer is yes", "my answer is no.")),
          new Case(
              "detectable_format:number_highlighted_sections",
              "{\"num_highlights\": 2}",
              List.of("*one* and *two*", "**one** and *two*", "**one** **two**"),
              List.of("*one*", "** ** and *one*", "*a\nb* *c*", "****")),
          new Case(
              "detectable_format:multiple_sections",
              "{\"section_spliter\": \"SECTION\", \"num_sections\": 2}",
              List.of("SECTION 1\na\nSECTION 2\nb", "SECTION1 a SECTION2 b"),
              List.of("SECTION 1", "Section 1 Section 2", "SECTION  1 SECTION  2")),
          new Case(
              "detectable_format:json_format",
              "{}",
              List.of(
                  "{\"a\": 1}", "```json\n[1, NaN]\n```", " 3 ", "```\n{}```", "{\"a\":1,\"a\":2}"),
              List.of("{a: 1}", "Here: {}", "{} {}", "", "[1,]", "[INF]", "```json\n```")),
          new Case(
              "detectable_format:title",
              "{}",
              List.of("<<My title>>\ntext", "text << t >>"),
              List.of("<My title>", "<<>>", "<<\n>>", "<<>")),
          new Case(
              "combination:two_responses",
              "{}",
              List.of("one\n******\ntwo", "******one******two"),
              List.of("one", "one******one", "a******b******c", "a************b")),
          new Case(
              "combination:repeat_prompt",
              "{\"prompt_to_repeat\": \"Say hello.\"}",
              List.of("say HELLO. Hello!", "  Say hello."),
              List.of("Hello!", "\"Say hello.\"")),
          new Case(
              "startend:end_checker",
              "{\"end_phrase\": \"Any questions? \"}",
              List.of("Done. ANY questions?", "\"Any questions?\"\n"),
              List.of("Any questions? Yes.", "Any question?")),
          new Case(
              "startend:quotation",
              "{}",
              List.of("\"Hello\"", " \"Hello\" he said, \"you\"\n"),
              List.of("\"", "Hello", "\"Hello", "“Hello”")),
          new Case(
              "change_case:capital_word_frequency",
              "{\"capital_frequency\": 2, \"capital_relation\": \"at least\"}",
              List.of("A and I", "DON'T do this", "the R&D team", "CANNOT", "U.S. of A"),
              List.of("ONE word", "A-B only", "Only Capitals Here", "A3 b")),
          new Case(
              "change_case:english_capital",
              "{}",
              List.of("THE NATIONAL UNIVERSITY OF THE WEST IS A PLACE WHERE WE THINK, AND I KNOW."),
              List.of("The quick brown fox.", ENGLISH, "123")),
          new Case(
              "change_case:english_lowercase",
              "{}",
              List.of(ENGLISH),
              List.of(
                  "The quick brown fox.", "der schnelle braune fuchs springt über den hund", "1")),
          new Case(
              "punctuation:no_comma", "{}", List.of("No comma here."), List.of("Yes, one.", ",")));

  static Stream<Arguments> responses() {
    return CASES.stream()
        .flatMap(
            one ->
                Stream.concat(
                    one.right().stream()
                        .map(text -> Arguments.of(one.id(), one.kwargs(), text, true)),
                    one.wrong().stream()
                        .map(text -> Arguments.of(one.id(), one.kwargs(), text, false))));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void eachInstructionIsFollowedOrNot(String id, String kwargs, String text, boolean followed) {
    Prompt prompt = asking(id, kwargs);
    IfevalJudge judge = new IfevalJudge(IfevalMode.STRICT);
    assertThat(judge.accepts(prompt)).isTrue();
    assertThat(judge.judge(prompt, text).correct()).isEqualTo(followed);
  }

  @Test
  void all25AreHere() {
    assertThat(new TreeSet<>(CASES.stream().map(Case::id).toList()))
        .hasSize(25)
        .allMatch(id -> InstructionRegistry.named(id).isPresent());
  }

  private static Prompt asking(String id, String kwargs) {
    return new Prompt(
        "id",
        "mine",
        "id",
        "Do it.",
        "{\"instruction_id_list\": [\"%s\"], \"kwargs\": [%s]}".formatted(id, kwargs),
        Map.of());
  }
}
