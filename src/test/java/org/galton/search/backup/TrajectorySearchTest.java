package org.galton.search.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.galton.search.backup.TrajectorySearch.Ended;
import org.junit.jupiter.api.Test;

final class TrajectorySearchTest {
  private static final SearchStep OPEN = new SearchStep(1, StepEnding.NONE);
  private static final SearchStep RIGHT = new SearchStep(1, StepEnding.CORRECT);
  private static final SearchStep WRONG = new SearchStep(1, StepEnding.WRONG);

  @Test
  void itGoesDownUntilATrajectoryEndsAndThenLooksAtAllOpenNodes() {
    TrajectorySearch search = new TrajectorySearch(SearchSettings.withDefaults());
    assertThat(search.next()).hasValue(StepTree.ROOT);
    assertThat(search.expand(List.of(OPEN, OPEN))).containsExactly(1, 2);
    assertThat(search.next()).as("the first of equal siblings").hasValue(1);
    search.expand(List.of(WRONG, OPEN, WRONG));
    assertThat(search.tree().backedUp()).as("one of an expansion").containsExactly(3);
    // q of node 1 is -1/2, of the root -0.1: the child of the root has the better parent.
    assertThat(search.next()).hasValue(2);
    search.expand(List.of(RIGHT, OPEN));
    assertThat(search.tree().backedUp()).containsExactly(3, 6);
    assertThat(search.next()).as("below node 2, which succeeded").hasValue(7);
    search.expand(List.of(RIGHT, RIGHT));
    assertThat(search.next()).as("what is left").hasValue(4);
    search.expand(List.of(WRONG));
    assertThat(search.next()).isEmpty();
    assertThat(search.ended()).isEqualTo(Ended.EXHAUSTED);
    assertThatThrownBy(() -> search.expand(List.of(OPEN)))
        .hasMessage("Invalid expansion 6: expected none: the search has ended");
  }

  @Test
  void itEndsWithItsTrajectoriesOrItsExpansions() {
    SearchSettings settings = SearchSettings.withDefaults();
    TrajectorySearch three = new TrajectorySearch(settings.withTrajectories(3));
    TrajectorySearch few = new TrajectorySearch(settings.withExpansions(3));
    for (int i = 0; i < 3; i++) {
      assertThat(three.ended()).isEqualTo(Ended.NOT_YET);
      three.expand(List.of(OPEN, WRONG));
      few.expand(List.of(OPEN));
    }
    assertThat(three.ended()).isEqualTo(Ended.TRAJECTORIES);
    assertThat(few.ended()).isEqualTo(Ended.EXPANSIONS);
    assertThat(few.tree().backedUp()).isEmpty();
  }

  @Test
  void whatIsOpenAtTheLimitIsIncomplete() {
    TrajectorySearch search = new TrajectorySearch(SearchSettings.withDefaults().withDepthLimit(2));
    search.expand(List.of(OPEN, OPEN));
    List<Integer> made = search.expand(List.of(OPEN, OPEN));
    assertThat(search.tree().step(made.get(0)).ending()).isEqualTo(StepEnding.INCOMPLETE);
    assertThat(search.tree().backedUp()).containsExactly(made.get(0));
    assertThat(search.next()).hasValue(2);
  }

  @Test
  void entropyAndGammaChangeWhatIsExpanded() {
    assertThat(second(FrontierScore.withDefaults(), GammaIndex.PAPER)).hasValue(2);
    assertThat(second(FrontierScore.withDefaults().withEntropy(0.4), GammaIndex.PAPER)).hasValue(4);
    assertThat(second(FrontierScore.withDefaults().withEntropy(-1), GammaIndex.CODE)).hasValue(2);
  }

  /** Node 2 has entropy 1, node 4 below a failure entropy 3. */
  private static OptionalInt second(FrontierScore score, GammaIndex gamma) {
    TrajectorySearch search =
        new TrajectorySearch(SearchSettings.withDefaults().withFrontier(score).withGamma(gamma));
    search.expand(List.of(OPEN, OPEN));
    search.expand(List.of(WRONG, new SearchStep(3, StepEnding.NONE)));
    return search.next();
  }

  /** It needs nothing but its own state: the same answers give the same search. */
  @Test
  void theSameChildrenGiveTheSameSearch() {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(played(seed)).isEqualTo(played(seed));
    }
  }

  private static List<Integer> played(int seed) {
    Random random = new Random(seed);
    TrajectorySearch search =
        new TrajectorySearch(SearchSettings.withDefaults().withDepthLimit(6).withExpansions(50));
    List<Integer> order = new ArrayList<>();
    while (search.next().isPresent()) {
      order.add(search.next().getAsInt());
      List<SearchStep> children = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        StepEnding ending = random.nextInt(3) == 0 ? StepEnding.WRONG : StepEnding.NONE;
        children.add(new SearchStep(random.nextDouble(), ending));
      }
      search.expand(children);
    }
    assertThat(order).doesNotHaveDuplicates();
    assertThat(search.tree().backedUp()).hasSizeLessThanOrEqualTo(8);
    return order;
  }
}
