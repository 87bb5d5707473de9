package org.galton.study.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.galton.spec.InvalidInput;
import org.galton.study.leaderboard.row.EffortPairRow;
import org.galton.study.leaderboard.row.EffortSignsRow;
import org.junit.jupiter.api.Test;

final class EffortPairsTest {
  private static final Efforts LABELS = new Efforts(List.of("low", "medium", "high"));

  private final Map<AgentKey, Map<String, Spend>> agents = new TreeMap<>(AgentKey.ORDER);

  // Shares 1, 1/2, 0 at less and 1, 1, 1/2 at more: differences 0, 1/2, 1/2 with mean 1/3 and error
  // 1/6; problem d has no scored rollout at more effort, and what it cost does not count.
  @Test
  void onlySharedProblemsCount() {
    spend("m", "low", "a", 2, 2, 10);
    spend("m", "low", "b", 1, 2, 10);
    spend("m", "low", "c", 0, 2, 10);
    spend("m", "low", "d", 2, 2, 1000);
    spend("m", "high", "a", 2, 2, 40);
    spend("m", "high", "b", 2, 2, 40);
    spend("m", "high", "c", 1, 2, 10);
    add("m", "high", "d", Ending.TIMEOUT, 7);
    EffortPairRow pair = pairs(LABELS).get(0);
    assertThat(pair.problems()).isEqualTo(3);
    assertThat(pair.lowSuccess()).isCloseTo(0.5, within(1e-15));
    assertThat(pair.highSuccess()).isCloseTo(5.0 / 6, within(1e-15));
    assertThat(pair.difference()).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(pair.ciLow()).isLessThan(1.0 / 3);
    assertThat(pair.ciHigh()).isBetween(1.0 / 3, 1.0);
    assertThat(pair.direction()).isEqualTo("higher");
    assertThat(pair.tokensRatio()).isCloseTo(90.0 / 30, within(1e-15));
    assertThat(pair.dollarsRatio()).isNull();
  }

  // In doubles 1/3 + 2/3 + 1/3 less 2/3 + 1/3 + 1/3 need not be 0.
  @Test
  void equalFractionsAreEqual() {
    int[] less = {1, 2, 1, 5, 3};
    int[] more = {2, 1, 1, 3, 5};
    for (int i = 0; i < less.length; i++) {
      spend("m", "1", "p" + i, less[i], 6, 1);
      spend("m", "2", "p" + i, more[i], 6, 1);
    }
    assertThat(pairs(Efforts.NUMBERS).get(0).direction()).isEqualTo("equal");
  }

  @Test
  void signsCountTheWidestPairOfEachAgent() {
    for (int i = 0; i < 4; i++) {
      for (String effort : List.of("1", "2", "10")) {
        // At 10 three succeed more than at 1, and one less; at 2 all fail.
        boolean right = effort.equals("10") ? i < 3 : effort.equals("1") && i == 3;
        spend("m" + i, effort, "p", right ? 1 : 0, 1, 1);
      }
    }
    spend("alone", "2", "p", 1, 1, 1);
    spend("apart", "1", "p", 1, 1, 1);
    spend("apart", "2", "q", 1, 1, 1);
    List<EffortPairRow> pairs = pairs(Efforts.NUMBERS);
    assertThat(pairs).hasSize(4 * 3 + 1);
    assertThat(pairs.stream().filter(EffortPairRow::widest))
        .extracting(EffortPairRow::lowEffort, EffortPairRow::highEffort)
        .contains(tuple("1", "10"));
    EffortPairRow apart =
        pairs.stream().filter(pair -> pair.model().equals("apart")).findFirst().orElseThrow();
    assertThat(apart.problems()).isZero();
    assertThat(apart.difference()).isNull();
    assertThat(apart.direction()).isNull();
    // 2 (1 + 4) / 2^4
    assertThat(new EffortPairs("run-1", Efforts.NUMBERS).signs(pairs))
        .containsExactly(new EffortSignsRow("run-1", 4, 3, 0, 1, 0.625));
    assertThat(new EffortPairs("run-1", Efforts.NUMBERS).signs(List.of())).isEmpty();
  }

  @Test
  void anOrderThatIsNotKnownIsRefused() {
    spend("m", "low", "p", 1, 1, 1);
    // One setting needs no order.
    assertThat(pairs(Efforts.NUMBERS)).isEmpty();
    spend("m", "high", "p", 1, 1, 1);
    assertThat(pairs(LABELS)).singleElement().extracting("lowEffort").isEqualTo("low");
    refused(
        Efforts.NUMBERS,
        "model 'm', scaffold '', task 't': effort 'high' is no number; expected numbers, or the order of the labels, as in --efforts low,medium,high");
    refused(
        new Efforts(List.of("high", "medium")),
        "effort 'low' is not in --efforts; expected one of high, medium; add it there at its place");
    agents.clear();
    spend("m", "1", "p", 1, 1, 1);
    spend("m", "1.0", "p", 1, 1, 1);
    refused(Efforts.NUMBERS, "effort '1.0' is the same number as '1'");
    assertThatThrownBy(() -> new Efforts(List.of("low", "low")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("--efforts has 'low' twice");
  }

  private void refused(Efforts efforts, String message) {
    assertThatThrownBy(() -> pairs(efforts))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(message);
  }

  private List<EffortPairRow> pairs(Efforts efforts) {
    return new EffortPairs("run-1", efforts).of(agents);
  }

  private void spend(
      String model, String effort, String problem, int right, int attempts, long tokens) {
    for (int i = 0; i < attempts; i++) {
      add(model, effort, problem, i < right ? Ending.RIGHT : Ending.WRONG, i == 0 ? tokens : 0);
    }
  }

  private void add(String model, String effort, String problem, Ending ending, long tokens) {
    agents
        .computeIfAbsent(new AgentKey("t", model, "", effort), key -> new TreeMap<>())
        .computeIfAbsent(problem, key -> new Spend())
        .add(ending, Cost.priced(tokens, 0L, null, Optional.empty()));
  }
}
