package org.galton.balance.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.galton.balance.KernelEstimation;
import org.galton.balance.SimulatedChain;
import org.galton.balance.TransitionCounts;
import org.galton.balance.WorkedExamples;
import org.galton.balance.potential.LeastAction;
import org.galton.balance.potential.PotentialFit;
import org.galton.statistics.Interval;
import org.junit.jupiter.api.Test;

class BalanceBootstrapTest {
  private static final PotentialFit FIT =
      PotentialFit.of(KernelEstimation.withDefaults(), LeastAction.withDefaults());

  /** Half the log ratio of a pair, whose variance the delta method gives. */
  @Test
  void pairHasTheBinomialError() {
    TransitionCounts counts = pair(2000, 400, 900);
    Map<String, PotentialInterval> intervals =
        BalanceBootstrap.withSeed(1).withReplicates(2000).ofSteps(counts, FIT);
    double sd = Math.sqrt(1 / 400.0 - 1 / 2000.0 + 1 / 900.0 - 1 / 2000.0) / 2;
    PotentialInterval a = intervals.get("a");
    assertThat(a.estimate()).isCloseTo(Math.log(400.0 / 900) / 2, within(1e-9));
    assertThat(a.support()).isEqualTo(1);
    Interval interval = a.interval().orElseThrow();
    assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * sd, within(0.1 * sd * 3.92));
    assertThat(interval.contains(a.estimate())).isTrue();
    assertThat(intervals.get("b").estimate()).isCloseTo(-a.estimate(), within(1e-9));
  }

  /** More steps than are drawn one by one. */
  @Test
  void pairOfManySteps() {
    TransitionCounts counts = pair(2_000_000, 400_000, 900_000);
    Interval interval =
        BalanceBootstrap.withSeed(1).ofSteps(counts, FIT).get("a").interval().orElseThrow();
    double sd = Math.sqrt(1 / 4e5 - 1 / 2e6 + 1 / 9e5 - 1 / 2e6) / 2;
    assertThat(interval.high() - interval.low()).isCloseTo(3.92 * sd, within(0.25 * 3.92 * sd));
  }

  private static TransitionCounts pair(long attempts, long there, long back) {
    return TransitionCounts.builder()
        .add("a", "b", there)
        .add("b", "a", back)
        .add("a", "a", attempts / 10)
        .attempts("a", attempts)
        .attempts("b", attempts)
        .build();
  }

  /** The one move back from c is missing from a resample with probability 1/e. */
  @Test
  void statesThatFallOutHaveNoInterval() {
    TransitionCounts counts =
        TransitionCounts.builder()
            .addAll(pair(500, 100, 100))
            .add("a", "c", 100)
            .add("c", "a", 1)
            .attempts("c", 500)
            .build();
    Map<String, PotentialInterval> intervals =
        BalanceBootstrap.withSeed(3).withReplicates(1000).ofSteps(counts, FIT);
    assertThat(intervals.get("c").support()).isCloseTo(1 - Math.exp(-1), within(0.05));
    assertThat(intervals.get("c").interval()).isEmpty();
    assertThat(intervals.get("a").interval()).isPresent();
    assertThat(intervals.get("a").support()).isEqualTo(1);
    Map<String, PotentialInterval> lenient =
        BalanceBootstrap.withSeed(3).withLeastSupport(0.5).ofSteps(counts, FIT);
    assertThat(lenient.get("c").interval()).isPresent();
  }

  /** The potential of a balanced chain, by name and over all states. */
  @Test
  void intervalsHoldTheTruth() {
    int held = 0;
    int all = 0;
    for (int i = 0; i < 40; i++) {
      SplittableRandom random = new SplittableRandom(50 + i);
      SimulatedChain chain = SimulatedChain.draw(random, 6, 1, 1, 0);
      Map<String, PotentialInterval> intervals =
          BalanceBootstrap.withSeed(5).ofSteps(chain.count(random, 400), FIT);
      double mean = 0;
      for (double value : chain.potential) {
        mean += value / chain.states;
      }
      for (int state = 0; state < chain.states; state++) {
        PotentialInterval found = intervals.get(SimulatedChain.name(state));
        if (found != null && found.interval().isPresent()) {
          held += found.interval().get().contains(chain.potential[state] - mean) ? 1 : 0;
          all++;
        }
      }
    }
    assertThat(all).isGreaterThan(200);
    assertThat(held / (double) all).isBetween(0.90, 0.99);
  }

  @Test
  void equalWalksLeaveNoDoubt() {
    TransitionCounts walk = pair(50, 20, 30);
    PotentialInterval found =
        BalanceBootstrap.withSeed(1).ofRollouts(Collections.nCopies(7, walk), FIT).get("a");
    Interval interval = found.interval().orElseThrow();
    assertThat(found.estimate()).isCloseTo(Math.log(20.0 / 30) / 2, within(1e-9));
    assertThat(interval.low()).isCloseTo(found.estimate(), within(1e-9));
    assertThat(interval.high()).isCloseTo(found.estimate(), within(1e-9));
  }

  /** Walks that never change their mind: steps alone would hide how few they are. */
  @Test
  void walksThatDifferAreDrawnWhole() {
    List<TransitionCounts> walks =
        List.of(pair(400, 40, 80), pair(400, 80, 40), pair(400, 50, 80), pair(400, 90, 50));
    TransitionCounts.Builder sum = TransitionCounts.builder();
    walks.forEach(sum::addAll);
    BalanceBootstrap bootstrap = BalanceBootstrap.withSeed(1).withReplicates(500);
    Interval whole = bootstrap.ofRollouts(walks, FIT).get("a").interval().orElseThrow();
    Interval steps = bootstrap.ofSteps(sum.build(), FIT).get("a").interval().orElseThrow();
    assertThat(whole.high() - whole.low()).isGreaterThan(1.5 * (steps.high() - steps.low()));
  }

  /** Walks know different states, and each its own numbers for them. */
  @Test
  void walksMeetByName() {
    SplittableRandom random = new SplittableRandom(2);
    List<TransitionCounts> walks = SimulatedChain.draw(random, 12, 0.3, 1, 0).walks(random, 12, 40);
    TransitionCounts.Builder sum = TransitionCounts.builder();
    walks.forEach(sum::addAll);
    Map<String, PotentialInterval> intervals = BalanceBootstrap.withSeed(1).ofRollouts(walks, FIT);
    Map<String, Double> expected = FIT.fit(sum.build());
    assertThat(intervals.keySet()).isEqualTo(expected.keySet());
    intervals.forEach(
        (state, found) -> assertThat(found.estimate()).isEqualTo(expected.get(state)));
  }

  @Test
  void sameSeedSameIntervals() {
    TransitionCounts counts = pair(500, 100, 100);
    assertThat(BalanceBootstrap.withSeed(1).ofSteps(counts, FIT))
        .isEqualTo(BalanceBootstrap.withSeed(1).ofSteps(counts, FIT))
        .isNotEqualTo(BalanceBootstrap.withSeed(2).ofSteps(counts, FIT));
  }

  @Test
  void emptyHasNoIntervals() {
    assertThat(BalanceBootstrap.withSeed(1).ofSteps(WorkedExamples.empty(), FIT)).isEmpty();
  }

  @Test
  void refusesSettings() {
    BalanceBootstrap defaults = BalanceBootstrap.withSeed(1);
    assertThatThrownBy(() -> defaults.withReplicates(1))
        .hasMessage("Invalid replicates 1: expected 2 or more");
    assertThatThrownBy(() -> defaults.withConfidence(1))
        .hasMessage("Invalid confidence 1.0: expected between 0 and 1");
    assertThatThrownBy(() -> defaults.withLeastSupport(2))
        .hasMessage("Invalid least support 2.0: expected 0 to 1");
    assertThatThrownBy(() -> defaults.ofRollouts(List.of(WorkedExamples.balanced()), FIT))
        .hasMessage("Invalid number of rollouts 1: expected 2 or more");
  }
}
