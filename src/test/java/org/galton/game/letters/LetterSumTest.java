package org.galton.game.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.galton.game.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LetterSumTest {
  private static final LetterSum LISTED = new LetterSum(100, Lexicon.LISTED, Style.MARKS);
  private static final LetterSum ANY = new LetterSum(100, Lexicon.ANY, Style.PROSE);

  @Test
  void lettersCountFromOneToTwentySix() {
    assertThat(LetterSum.of("a")).isEqualTo(1);
    assertThat(LetterSum.of("z")).isEqualTo(26);
    assertThat(LetterSum.of("buzzy")).isEqualTo(2 + 21 + 26 + 26 + 25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attitude",
        "Attitude",
        "ATTITUDE",
        " attitude\n",
        "\"attitude\"",
        "attitude.",
        "**Attitude**.",
        "\u201cattitude.\u201d",
        "'attitude' "
      })
  void readsAWordInAnyDress(String answer) {
    assertThat(LISTED.state(answer)).contains("attitude");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"\"",
        "attorney",
        "attitude attitude",
        "atti-tude",
        "attitude!",
        "attitude: 100",
        "at\u0000titude",
        "attit\u00fcde",
        "\u212Aeyboards",
        "zzzv",
        "\ud800",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void anythingElseIsNoWord(String answer) {
    assertThat(LISTED.state(answer)).isEmpty();
  }

  @Test
  void aFaultSaysWhyAnAnswerDoesNotCount() {
    assertThat(LISTED.fault(" **Attitude**.")).isEmpty();
    assertThat(LISTED.fault("attorney")).contains("its letters sum to 118");
    assertThat(LISTED.fault("zzzv")).contains("not in the list");
    assertThat(ANY.fault("zzzv")).isEmpty();
    for (String answer : new String[] {"", "atti-tude", "\u212Aeyboards", "a".repeat(31)}) {
      assertThat(ANY.fault(answer)).as(answer).contains("not one word");
    }
  }

  @Test
  void anyLettersCountWhereTheyAreNotToBeListed() {
    assertThat(ANY.state("Zzzv")).contains("zzzv");
    assertThat(ANY.state("zzzz")).isEmpty();
    assertThat(new LetterSum(3, Lexicon.ANY, Style.MARKS).state("ab")).contains("ab");
    assertThat(new LetterSum(31, Lexicon.ANY, Style.MARKS).state("a".repeat(31))).isEmpty();
    assertThat(new LetterSum(30, Lexicon.ANY, Style.MARKS).state("a".repeat(30))).isPresent();
  }

  @Test
  void asksInMarksOrInProse() {
    assertThat(LISTED.question("buzzy")).isEqualTo("buzzy>");
    assertThat(ANY.question("buzzy"))
        .contains("A is 1", "Z, which is 26", "The word BUZZY has the value 100.", "one word")
        .doesNotContain("%");
  }

  @Test
  void theListHasOneSumOnly() {
    assertThatThrownBy(() -> new LetterSum(90, Lexicon.LISTED, Style.PROSE))
        .hasMessage(
            "Invalid sum 90: the list has only words that sum to 100; expected that, or words: any");
    assertThatThrownBy(() -> new LetterSum(0, Lexicon.ANY, Style.PROSE))
        .hasMessage("Invalid sum 0: expected a number from 1 to 780");
  }
}
