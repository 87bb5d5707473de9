package org.galton.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.numerics.SplitMix64;
import org.galton.search.backup.NodeSelection;
import org.galton.search.backup.SearchSettings;
import org.galton.search.backup.StepEnding;
import org.junit.jupiter.api.Test;

/** Completions of two letters, of which {@code ab} alone is right; the third letter is a cut. */
final class TreeSearchTest {
  private static final SearchSettings RULES =
      SearchSettings.withDefaults().withDepthLimit(3).withTrajectories(4);

  @Test
  void aRightTrajectoryIsPutOutThoughWrongOnesWereBackedUpBefore() {
    Search<String> search = run(new TreeSampler(1, 2, 0, RULES), 5, "ba", "aa", "ab");

    SearchEnd<String> end = search.end();
    List<SearchedNode<String>> nodes = search.nodes();

    assertThat(end.kind()).isEqualTo(SearchEnd.Kind.FOUND);
    assertThat(end.state()).isEqualTo("ab");
    assertThat(nodes.stream().filter(SearchedNode::putOut).map(SearchedNode::state))
        .containsExactly("", "a", "ab");
    assertThat(nodes.stream().filter(node -> node.state().equals("a")))
        .anySatisfy(node -> assertThat(node.q()).isPositive());
    assertThat(end.counts().blocks()).isEqualTo(nodes.size() - 1L);
    assertThat(end.counts().leafVisits())
        .isEqualTo(nodes.stream().filter(node -> node.backup().isPresent()).count());
  }

  @Test
  void theMostConfidentWrongTrajectoryIsPutOutWhereNoneIsRight() {
    Search<String> search = new TreeSampler(1, 3, 0, RULES.withTrajectories(1)).start("", 1, 9);
    search.wishes(1);
    search.hear(
        List.of(
            wrong("x", 0.9),
            new Child<>("y", 0, true, new DrawnBlock(1, 0.1, true)),
            wrong("z", 0.5)));

    assertThat(search.wishes(1)).isEmpty();
    assertThat(search.end().state()).isEqualTo("z");
    assertThat(search.end().kind()).isEqualTo(SearchEnd.Kind.WRONG);
    assertThat(search.nodes().get(2).ending()).isEqualTo(StepEnding.INCOMPLETE);
  }

  /** Blocks of one token: after 5 of them a third expansion of two is the last. */
  @Test
  void noExpansionBeginsOnceTheTokensAreSpent() {
    Search<String> search = run(new TreeSampler(1, 2, 5, RULES), 3);

    assertThat(search.end().counts().blocks()).isEqualTo(6);
  }

  /** As by another batch of the same model: the first of two alike is taken all the same. */
  @Test
  void theLastDigitsOfAnEntropyDecideNothing() {
    Search<String> search = new TreeSampler(1, 2, 0, RULES.withTrajectories(1)).start("", 1, 9);
    search.wishes(1);
    search.hear(List.of(wrong("x", 0.5000001), wrong("x", 0.5)));

    assertThat(search.nodes().get(1).putOut()).isTrue();
  }

  @Test
  void aTreeWithoutAnEndIsGivenUpAtItsDeepestNode() {
    Search<String> search = new TreeSampler(1, 2, 0, RULES.withExpansions(1)).start("", 1, 9);
    search.wishes(1);
    search.hear(List.of(new Child<>("p", 1, false), new Child<>("q", 1, false)));

    assertThat(search.wishes(1)).isEmpty();
    assertThat(search.end().kind()).isEqualTo(SearchEnd.Kind.GIVEN_UP);
    assertThat(search.end().state()).isEqualTo("p");
    assertThat(search.nodes()).allSatisfy(node -> assertThat(node.advantage()).isEmpty());
  }

  @Test
  void seedsOfBlocksAreThoseOfTheirNodes() {
    TreeSampler sampler = new TreeSampler(1, 2, 0, RULES);
    Map<Long, Integer> seeds = new HashMap<>();
    for (long seed = 1; seed <= 10; seed++) {
      Search<String> one = sampler.start("", seed, 9);
      Search<String> other = sampler.start("", seed, 9);
      for (List<Wish<String>> wishes = one.wishes(1); !wishes.isEmpty(); wishes = one.wishes(64)) {
        assertThat(other.wishes(7)).isEqualTo(wishes);
        wishes.forEach(wish -> seeds.merge(wish.seed(), 1, Integer::sum));
        List<Child<String>> drawn = wishes.stream().map(TreeSearchTest::drawn).toList();
        one.hear(drawn);
        other.hear(drawn);
      }
      assertThat(other.nodes()).isEqualTo(one.nodes());
    }
    assertThat(seeds.values()).containsOnly(1).hasSizeGreaterThan(40);
  }

  /** The bound that keeps the table of nodes small, and the cost that a sweep tells beforehand. */
  @Test
  void noTreeIsLargerThanTrajectoriesTimesDepth() {
    for (NodeSelection selection : NodeSelection.values()) {
      TreeSampler sampler = new TreeSampler(1, 2, 0, RULES.withSelection(selection));
      for (long seed = 0; seed < 200; seed++) {
        Search<String> search = run(sampler, seed);
        assertThat((double) search.nodes().size() - 1).isLessThanOrEqualTo(sampler.mostBlocks(9));
      }
    }
    assertThatThrownBy(() -> new TreeSampler(8, 100, 0, RULES.withTrajectories(1000)))
        .hasMessage(
            "Invalid tree of up to 300,000 nodes: expected 100,000 or fewer: lower 'expansions',"
                + " 'trajectories' or 'children'");
  }

  private static Child<String> wrong(String text, double entropy) {
    return new Child<>(text, 0, true, new DrawnBlock(1, entropy, false));
  }

  /** Until it is over. */
  private static Search<String> run(TreeSampler sampler, long seed, String... scripted) {
    Search<String> search = sampler.start("", seed, 9);
    List<String> left = new ArrayList<>(List.of(scripted));
    for (List<Wish<String>> wishes = search.wishes(1);
        !wishes.isEmpty();
        wishes = search.wishes(1)) {
      search.hear(
          wishes.stream()
              .map(
                  wish ->
                      Optional.of(left)
                          .filter(
                              texts ->
                                  !texts.isEmpty()
                                      && texts.get(0).substring(0, 1).equals(wish.from()))
                          .map(texts -> child(texts.remove(0)))
                          .orElseGet(() -> drawn(wish)))
              .toList());
    }
    return search;
  }

  private static Child<String> drawn(Wish<String> wish) {
    return child(wish.from() + (SplitMix64.unit(SplitMix64.mix(wish.seed())) < 0.5 ? "a" : "b"));
  }

  private static Child<String> child(String text) {
    return new Child<>(
        text, text.equals("ab") ? 1 : 0, text.length() == 2, new DrawnBlock(1, 0.5, false));
  }
}
