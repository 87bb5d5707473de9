package org.galton.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CanariesTest {
  private static final String QUESTION = "Which seats may be chosen without a fee today?";

  @Test
  void punctuationBlanksAndCapitalsDoNotCount() {
    Canaries canaries = new Canaries(List.of(QUESTION), 4);
    String seen = "- WHICH  seats\nmay (be) chosen; without -- a \"fee\" today: row 7";
    assertThat(canaries.in("Q: " + seen, 1))
        .containsExactly(
            new Canaries.Found(0, 1, "which seats may be chosen without a fee today row 7"));
    assertThat(canaries.in("which seats may be chosen without any fee today", 1)).isEmpty();
    assertThat(new Canaries(List.of("Straße 5 ÉTÉ"), 3).in("strasse 5 été, straße 5 été", 1))
        .hasSize(1);
  }

  // Of six runs of four words the first three stand there.
  @Test
  void theShareIsThatOfItsRuns() {
    Canaries canaries = new Canaries(List.of(QUESTION), 4);
    String half = "which seats may be chosen without paying";
    assertThat(canaries.in(half, 0.4))
        .singleElement()
        .satisfies(found -> assertThat(found.share()).isEqualTo(0.5, within(1e-15)));
    assertThat(canaries.in(half, 0.6)).isEmpty();
  }

  @Test
  void aShortTestIsOneRunAndAPartOfAWordIsNone() {
    Canaries canaries = new Canaries(List.of("one bag free", "", "?!"), 8);
    assertThat(canaries.in("You may take one bag free of charge", 1)).hasSize(1);
    assertThat(canaries.in("one bag freely", 1)).isEmpty();
    assertThat(canaries.in("", 1)).isEmpty();
    assertThatThrownBy(() -> new Canaries(List.of("a"), 0)).hasMessageContaining("1 or more");
  }

  // 500 tests of random words, some of which were put into texts whole: those, and no others.
  @Test
  void allPlantedTestsAreFoundAndNoOther() {
    Random random = new Random(2);
    List<String> tests =
        IntStream.range(0, 500).mapToObj(test -> sentence(random, 5 + random.nextInt(30))).toList();
    Canaries canaries = new Canaries(tests, 8);
    for (int text = 0; text < 50; text++) {
      List<Integer> planted = new ArrayList<>();
      StringBuilder material = new StringBuilder(sentence(random, 20));
      for (int i = 0; i < 3; i++) {
        int test = random.nextInt(tests.size());
        planted.add(test);
        material.append(' ').append(tests.get(test)).append(' ').append(sentence(random, 9));
      }
      assertThat(canaries.in(material.toString(), 1))
          .extracting(Canaries.Found::test)
          .containsExactlyElementsOf(planted.stream().distinct().sorted().toList());
    }
  }

  private static String sentence(Random random, int words) {
    return IntStream.range(0, words)
        .mapToObj(word -> "w" + random.nextInt(300))
        .collect(Collectors.joining(" "));
  }
}
