package org.galton.reinforce.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.galton.reinforce.row.TrainingSolutionRow;
import org.galton.reinforce.spec.SearchPlan;
import org.galton.search.TreeSampler;
import org.galton.search.backup.SearchSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which prompts are searched, and which solutions are remembered. */
final class SolutionCacheTest {
  private static SearchPlan plan(int probe, double keepBelow, int cache) {
    return new SearchPlan(
        new TreeSampler(8, 8, 0, SearchSettings.withDefaults()),
        probe,
        keepBelow,
        cache,
        SearchPlan.Credit.STEPS);
  }

  @ParameterizedTest(name = "{0} of {1} right below {2}: {3}")
  @CsvSource({
    "0, 4, 0.25, true",
    "1, 4, 0.25, false",
    "1, 8, 0.25, true",
    "2, 8, 0.25, false",
    "3, 4, 1, true",
    "4, 4, 1, false",
    "0, 0, 0.25, false",
  })
  void promptIsKeptWhereFewerOfItsProbeAreRight(int right, int judged, double below, boolean kept) {
    assertThat(plan(4, below, 7).keeps(right, judged)).isEqualTo(kept);
  }

  @Test
  void withoutAProbeEveryPromptIsKept() {
    assertThat(plan(0, 0.25, 7).keeps(0, 0)).isTrue();
  }

  @ParameterizedTest(name = "{0} of {1} right, room for {2}: {3}")
  @CsvSource({
    "0, 8, 7, false",
    "1, 8, 7, true",
    "2, 8, 7, true",
    "3, 8, 7, false",
    "8, 8, 7, false",
    "1, 4, 7, true",
    "1, 3, 7, false",
    "1, 8, 0, false",
    "0, 0, 7, false",
  })
  void solutionsOfGroupsAreRememberedWhereSomeButFewAreRight(
      int right, int judged, int cache, boolean remembered) {
    assertThat(plan(4, 0.25, cache).remembers(right, judged)).isEqualTo(remembered);
  }

  private static TrainingSolutionRow solution(String prompt, int... tokens) {
    List<Integer> ids = Arrays.stream(tokens).boxed().toList();
    List<Double> same = ids.stream().map(id -> -0.5).toList();
    return new TrainingSolutionRow(
        "t", 1, "task", prompt, "g", 4, OptionalInt.of(9), "x", List.of(1), ids, same, same);
  }

  @Test
  void solutionIsNewOnceAndAsLongAsThereIsRoom() {
    SolutionCache cache = new SolutionCache();
    TrainingSolutionRow first = solution("a", 1, 2);
    TrainingSolutionRow second = solution("a", 1, 3);
    assertThat(cache.news(List.of(first, first, second), 2)).containsExactly(first, second);
    cache.add(List.of(first));
    assertThat(cache.news(List.of(first, second, solution("a", 4)), 2)).containsExactly(second);
    assertThat(cache.news(List.of(second), 1)).isEmpty();
    TrainingSolutionRow other = solution("b", 1, 2);
    assertThat(cache.news(List.of(other), 1)).containsExactly(other);
    assertThat(cache.of("task", "a")).containsExactly(first);
    assertThat(cache.of("other task", "a")).isEmpty();
    assertThat(cache.size()).isEqualTo(1);
    assertThat(RememberedRollouts.trace("prompt", first).logprobs()).containsExactly(-0.5f, -0.5f);
  }
}
