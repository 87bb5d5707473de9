package org.galton.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SelectionTest {
  private static final int[] FAILING = {2, 1};
  private static final int[] PASSING = {1, 3};

  // The specification's example: A 3 of 3 and 3 of 4, B 1 and 4, C 3 and 2.
  private static final int[][] FIXED = {{2, 1}, {1, 0}, {2, 1}};
  private static final int[][] KEPT = {{1, 2}, {1, 3}, {0, 2}};

  @Test
  void scoresAreTheKnownAnswers() {
    Selection selection = Selection.of(issue("a", "b", "c"));
    assertThat(selection.scores().get(0)).isEqualTo(1.75);
    assertThat(selection.scores().get(1)).isCloseTo(4.0 / 3, within(1e-15));
    assertThat(selection.scores().get(2)).isEqualTo(1.5);
    assertThat(selection.chosen()).isZero();
    assertThat(selection.dropped()).isZero();
    assertThat(selection.ties()).isZero();
  }

  @Test
  void aTestUnderWhichNothingFailsChangesNothing() {
    Issue more =
        new Issue(
            issue("a", "b", "c").patches(),
            new int[] {2, 1, 0},
            new int[] {1, 3, 7},
            new int[][] {{2, 1, 0}, {1, 0, 0}, {2, 1, 0}},
            new int[][] {{1, 2, 0}, {1, 3, 7}, {0, 2, 7}});
    Selection selection = Selection.of(more);
    assertThat(selection.scores()).isEqualTo(Selection.of(issue("a", "b", "c")).scores());
    assertThat(selection.dropped()).isEqualTo(1);
  }

  @Test
  void whereAllTestsAreDroppedTheMajorityIsChosen() {
    Issue issue =
        new Issue(
            patches("a", "b", "b"),
            new int[] {0},
            new int[] {4},
            new int[3][1],
            new int[][] {{4}, {1}, {1}});
    Selection selection = Selection.of(issue);
    assertThat(selection.scores()).containsExactly(0.0, 0.0, 0.0);
    assertThat(selection.chosen()).isEqualTo(1);
    assertThat(selection.filtered()).isEqualTo(1);
    assertThat(selection.ties()).isZero();
  }

  @Test
  void equalScoresGoToTheMostCopiesAndThenToTheFirst() {
    int[][] fixed = {{1}, {1}, {1}, {0}};
    int[][] kept = {{0}, {0}, {0}, {0}};
    Selection copies =
        Selection.of(
            new Issue(patches("a", "b", "b", "c"), new int[] {1}, new int[] {0}, fixed, kept));
    assertThat(copies.chosen()).isEqualTo(1);
    assertThat(copies.ties()).isEqualTo(1);
    Selection first =
        Selection.of(
            new Issue(patches("a", "b", "d", "c"), new int[] {1}, new int[] {0}, fixed, kept));
    assertThat(first.chosen()).isZero();
    assertThat(first.ties()).isEqualTo(2);
  }

  // 1/3 + 2/3 and 3/3 + 0/3 are equal, whatever doubles make of them.
  @Test
  void equalFractionsAreEqual() {
    Issue issue =
        new Issue(
            patches("a", "b", "b"),
            new int[] {3},
            new int[] {3},
            new int[][] {{3}, {1}, {1}},
            new int[][] {{0}, {2}, {2}});
    assertThat(Selection.of(issue).chosen()).isEqualTo(1);
  }

  @Test
  void theFilterTakesWhatPassesEverything() {
    int[][] kept = {{1}, {1}, {0}};
    Issue issue =
        new Issue(
            patches("a", "b", "b"),
            new int[] {1},
            new int[] {1},
            new int[][] {{1}, {0}, {0}},
            kept);
    assertThat(Selection.of(issue).filtered()).isZero();
    Issue none =
        new Issue(
            patches("a", "b", "b"),
            new int[] {1},
            new int[] {2},
            new int[][] {{1}, {0}, {0}},
            kept);
    assertThat(Selection.of(none).filtered()).isEqualTo(1);
  }

  @Test
  void idsAreOrderedByNumberWhereTheyAreNumbers() {
    assertThat(List.of("10", "b", "9", "a", "").stream().sorted(Patch.ID_ORDER))
        .containsExactly("9", "10", "", "a", "b");
  }

  private static Issue issue(String... contents) {
    return new Issue(patches(contents), FAILING, PASSING, FIXED, KEPT);
  }

  private static List<Patch> patches(String... contents) {
    return IntStream.range(0, contents.length)
        .mapToObj(p -> new Patch(Integer.toString(p), contents[p], null))
        .toList();
  }
}
