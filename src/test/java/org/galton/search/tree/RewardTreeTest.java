package org.galton.search.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RewardTreeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| there is no root; expected one row with an empty node",
        "^ ; ^ | there are 2 roots; expected one row with an empty node",
        "^ | the root is the only node; expected sequences of one token or more",
        "^ ; a 1 - 1 ; a 1 - 1 | node 'a' has two rows; expected one row per node",
        "^ ; a.b 1 - 1 | node 'a.b' has no parent 'a'; expected a row for each of its prefixes",
        "^ ; a 1 1 - ; a..b 1 - 1 | node 'a..b' has an empty token, or the name of the root;"
            + " expected tokens joined by single dots, such as 0.1; results call the root root",
        "^ ; root 1 - 1 | node 'root' has an empty token, or the name of the root; expected"
            + " tokens joined by single dots, such as 0.1; results call the root root",
        "^ ; a 0.5 - 1 ; b 0.4 - 1 | ref of the children of the root adds up to 0.9; expected 1, up"
            + " to 1e-9",
        "^ ; a 1 1 - ; a.b 0.2 - 1 | ref of the children of node 'a' adds up to 0.2; expected 1, up"
            + " to 1e-9",
        "^ ; a - - 1 | node 'a' has no ref; expected the probability of its last token, from 0 to"
            + " 1",
        "^ ; a 1.5 - 1 | ref of node 'a' is 1.5; expected the probability of its last token, from 0"
            + " to 1",
        "^ ; a NaN - 1 | ref of node 'a' is NaN; expected the probability of its last token, from 0"
            + " to 1",
        "^ ; a 1 - - | node 'a' has no tau; expected the weight of a leaf, finite and 0 or more",
        "^ ; a 1 - -1 | tau of node 'a' is -1.0; expected the weight of a leaf, finite and 0 or"
            + " more",
        "^ ; a 1 - - ; a.b 1 - 1 | node 'a' has no value; expected the value of an inner node,"
            + " finite and 0 or more",
        "^ ; a 1 Infinity - ; a.b 1 - 1 | value of node 'a' is Infinity; expected the value of an"
            + " inner node, finite and 0 or more",
        "^ ; a 1 1 1 ; a.b 1 - 1 | node 'a' has a tau and children; expected tau at leaves alone,"
            + " and value elsewhere",
      })
  void whatIsNoTreeIsRefused(String rows, String problem) {
    assertThatThrownBy(() -> RewardTree.of(read(rows == null ? "" : rows)))
        .isInstanceOfSatisfying(
            InvalidTree.class, found -> assertThat(found.problem()).isEqualTo(problem))
        .hasMessage("Invalid tree: " + problem);
  }

  @Test
  void orderOfRowsAndOddTokensMakeNoDifference() {
    // By plain order of text 'a-.x' stands before 'a.x', although 'a' stands before 'a-'.
    List<GivenNode> nodes =
        new ArrayList<>(
            List.of(
                GivenNode.root(),
                GivenNode.inner("a", 0.5, 1),
                GivenNode.inner("a-", 0.25, 1),
                GivenNode.leaf("b", 0.25, 1),
                GivenNode.leaf("a.x", 0.5, 1),
                GivenNode.leaf("a.y", 0.5, 0),
                GivenNode.leaf("a-.x", 1, 4)));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(nodes, new Random(seed));
      RewardTree tree = RewardTree.of(nodes);
      assertThat(IntStream.range(0, tree.size()).mapToObj(tree::name))
          .containsExactly("", "a", "a-", "b", "a.x", "a.y", "a-.x");
      assertThat(IntStream.range(0, tree.size()).map(tree::parent))
          .containsExactly(-1, 0, 0, 0, 1, 1, 2);
      assertThat(ExactLaws.values(tree)[0]).isEqualTo(0.25 + 1 + 0.25);
    }
  }

  @Test
  void leavesGoOnUpToTheHorizon() {
    List<GivenNode> nodes =
        List.of(
            GivenNode.root(),
            GivenNode.leaf("a", 0.5, 2),
            GivenNode.inner("b", 0.5, 1),
            GivenNode.leaf("b.c", 1, 1));
    RewardTree padded = RewardTree.of(nodes, 3);
    assertThat(IntStream.range(0, padded.size()).mapToObj(padded::name))
        .containsExactly("", "a", "b", "a.eos", "b.c", "a.eos.eos", "b.c.eos");
    assertThat(ExactLaws.valueError(padded)).isZero();
    assertThat(FirstLeaf.of(padded).steps()).isCloseTo(9, within(1e-12));
    assertThatThrownBy(() -> RewardTree.of(nodes, 1))
        .hasMessage("Invalid tree: node 'b.c' is 2 tokens deep; expected at most the horizon, 1");
    assertThatThrownBy(() -> RewardTree.of(nodes, 1_000_000))
        .hasMessage(
            "Invalid tree: leaves that go on up to the horizon of 1,000,000 make more nodes than"
                + " are read; expected a smaller horizon");
  }

  @Test
  void aTargetThatIsNotThereIsSaidSo() {
    RewardTree none = KnownTrees.uniform(2, 2, name -> 1, name -> 0);
    assertThatThrownBy(() -> ExactLaws.target(none))
        .hasMessage(
            "Invalid tree: tau is 0 at every leaf that the reference reaches; expected one above 0:"
                + " there is no target");
    RewardTree blocked = KnownTrees.uniform(2, 2, name -> 0, name -> 1);
    assertThatThrownBy(() -> FirstLeaf.of(blocked))
        .hasMessageStartingWith(
            "Invalid tree: no leaf with tau above 0 can be reached: on every path to one a value,");
    assertThat(ExactLaws.oneWay(blocked).lost()).isEqualTo(1);
  }

  @Test
  void siblingsAreInTheOrderOfTheirNumbers() {
    assertThat(
            Stream.of("b", "10", "1.x", "9", "", "1a", "9.2", "9.10", "1", "a.b", "10.0")
                .map(NodeName::new)
                .sorted()
                .map(NodeName::text))
        .containsExactly("", "1", "9", "10", "1a", "b", "1.x", "9.2", "9.10", "10.0", "a.b");
  }

  /** Rows between semicolons: node, ref, value, tau; ^ for the root. */
  private static List<GivenNode> read(String rows) {
    return rows.isEmpty()
        ? List.of()
        : Arrays.stream(rows.split(";", -1)).map(String::strip).map(RewardTreeTest::node).toList();
  }

  private static GivenNode node(String row) {
    String[] cells = row.split(" ", -1);
    return row.equals("^")
        ? GivenNode.root()
        : new GivenNode(cells[0], number(cells[1]), number(cells[2]), number(cells[3]));
  }

  private static OptionalDouble number(String cell) {
    return cell.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }
}
