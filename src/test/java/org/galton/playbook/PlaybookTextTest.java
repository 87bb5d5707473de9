package org.galton.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlaybookTextTest {
  @Test
  void readsWhatItPrints() {
    String text =
        """
        ## STRATEGIES & INSIGHTS
        [sai-00002] helpful=7 harmful=1 :: Check :: twice.
        [sai-00010] helpful=0 harmful=0 :: b

        ## OTHERS""";

    Playbook playbook = PlaybookText.parse(text, "p");

    assertThat(playbook.text()).isEqualTo(text);
    assertThat(playbook.next()).isEqualTo(11);
    assertThat(playbook.standing()).isEqualTo(new Standing(2, 1, 0, 1));
  }

  @Test
  void countsHowBulletsStand() {
    String text =
        """
        ## A
        [a-00001] helpful=6 harmful=1 :: high
        [a-00002] helpful=6 harmful=2 :: neither
        [a-00003] helpful=5 harmful=0 :: neither
        [a-00004] helpful=2 harmful=2 :: problematic
        [a-00005] helpful=0 harmful=1 :: problematic
        [a-00006] helpful=0 harmful=0 :: unused
        """;

    assertThat(PlaybookText.parse(text, "p").standing()).isEqualTo(new Standing(6, 1, 2, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FORMULAS & CALCULATIONS    | formulas_and_calculations | calc",
        "Problem-Solving Heuristics | problem_solving_heuristics | prob",
        "others                     | others                     | misc",
        "Tricks                     | tricks                     | tric",
        "A                          | a                          | a",
        "one two three four five six | one_two_three_four_five_six | ottff",
        "§§                         | §§                         | misc"
      })
  void sectionsHaveKeysAndSlugs(String name, String key, String slug) {
    assertThat(SectionName.key(name)).isEqualTo(key);
    assertThat(SectionName.slug(name)).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[a-00001] helpful=0 harmful=0 :: x | line 1: the bullet a-00001 stands in no section; write '## SECTION' above it",
        "## A#hello | line 2: 'hello' is neither a section nor a bullet; expected '## SECTION' or '[slug-00001] helpful=0 harmful=0 :: text'",
        "## A## a | line 2: section 'a' stands on line 1 already; expected each section once",
        "## A#[a-00001] helpful=0 harmful=0 :: x#[b-00001] helpful=0 harmful=0 :: y | line 3: number 00001 is that of the bullet on line 2; expected every bullet of the playbook to have its own",
        "## A#[a-00001] helpful=x harmful=0 :: x | line 2: '[a-00001] helpful=x harmful=0 :: x' is neither a section nor a bullet; expected '## SECTION' or '[slug-00001] helpful=0 harmful=0 :: text'",
        "## A#[a-00000] helpful=0 harmful=0 :: x | line 2: expected a number from 00001 and a text, as in '[misc-00001] … :: text'"
      })
  void saysWhichLineIsNoPartOfAPlaybook(String lines, String problem) {
    String text = lines.replaceAll("(?<!#)#(?!#)|(?<=A)(?=##)", "\n");

    assertThatThrownBy(() -> PlaybookText.parse(text, "rules.txt"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot read playbook rules.txt " + problem);
  }

  @Test
  void refusesATextWithoutBounds() {
    assertThatThrownBy(() -> PlaybookText.parse("#".repeat(PlaybookText.LONGEST + 1), "p"))
        .hasMessage(
            "Cannot read playbook p: it has 10,000,001 characters; expected at most 10,000,000");
  }

  @Test
  void tokensAreWordsAndSigns() {
    assertThat(Tokens.of("")).isZero();
    assertThat(Tokens.of("carry the 1, twice")).isEqualTo(5);
    assertThat(Tokens.of("[a-00001] helpful=2 harmful=0 :: used")).isEqualTo(14);
  }
}
