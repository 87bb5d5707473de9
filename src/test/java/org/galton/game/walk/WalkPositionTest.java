package org.galton.game.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.galton.game.Position;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class WalkPositionTest {
  private static final WalkRules CHAIN = new WalkRules(Sampler.CHAIN, Votes.NONE, 5);
  private static final WalkRules POOL = CHAIN.withSampler(Sampler.POOL);

  private static Walker walker(WalkRules rules) {
    return new Walker(rules, new OneLetter(), "a");
  }

  private static Position walk(WalkRules rules, long seed, String... answers) {
    Position position = walker(rules).start(seed);
    for (String answer : answers) {
      position = position.after(List.of(answer));
    }
    return position;
  }

  private static List<Step> steps(WalkRules rules, Position end) {
    return walker(rules).read(end.transcript()).orElseThrow();
  }

  @Test
  void aChainGoesOnFromWhereItEnded() {
    Position start = walker(CHAIN).start(1);
    assertThat(start.turns()).containsExactly("a?");

    assertThat(start.after(List.of("b")).turns()).containsExactly("b?");
    assertThat(start.after(List.of("b")).after(List.of("B.")).turns()).containsExactly("b?");
    assertThat(start.turns()).containsExactly("a?");
  }

  @Test
  void movesStaysAndEscapesAreToldApart() {
    Position end = walk(CHAIN, 1, "b", "b", "what?", "", "a");

    assertThat(steps(CHAIN, end))
        .containsExactly(
            new Step("a", List.of("b"), Optional.of("b")),
            new Step("b", List.of("b"), Optional.of("b")),
            new Step("b", List.of("what?"), Optional.empty()),
            new Step("b", List.of(""), Optional.empty()),
            new Step("b", List.of("a"), Optional.of("a")));
    assertThat(steps(CHAIN, end))
        .extracting(Step::moved)
        .containsExactly(true, false, false, false, true);
  }

  @Test
  void aWalkHasAsManyStepsAsItsRulesSay() {
    Position end = walk(CHAIN, 1, "b", "c", "d", "e", "f");

    assertThat(walk(CHAIN, 1, "b", "c", "d", "e").over()).isFalse();
    assertThat(end.over()).isTrue();
    assertThat(end.turns()).isEmpty();
    assertThatThrownBy(() -> end.after(List.of("g")))
        .hasMessage("Cannot walk on with 1 answers: expected 0, one for each turn");
    assertThatThrownBy(() -> walker(CHAIN).start(1).after(List.of("b", "c")))
        .hasMessage("Cannot walk on with 2 answers: expected 1, one for each turn");
  }

  @Test
  void aPoolHoldsWhatWasFoundAndNothingElse() {
    for (long seed = 0; seed < 50; seed++) {
      Position position = walker(POOL.withSteps(40)).start(seed);
      Set<String> found = new HashSet<>(Set.of("a"));
      for (int step = 0; step < 40; step++) {
        String question = position.turns().get(0);
        assertThat(found).contains(question.substring(0, question.length() - 1));
        String answer = step % 3 == 0 ? "not a word " + step : "" + (char) ('a' + step % 7);
        if (answer.length() == 1) {
          found.add(answer);
        }
        position = position.after(List.of(answer));
      }
    }
  }

  @Test
  void aPoolIsDrawnFromUniformlyByTheSeedAlone() {
    Map<String, Integer> drawn = new TreeMap<>();
    for (long seed = 0; seed < 3_000; seed++) {
      Position third = walk(POOL, seed, "b", "c");
      assertThat(walk(POOL, seed, "b", "c").turns()).isEqualTo(third.turns());
      drawn.merge(third.turns().get(0), 1, Integer::sum);
    }

    assertThat(drawn).containsOnlyKeys("a?", "b?", "c?");
    // Five standard deviations of a binomial.
    assertThat(drawn.values()).allSatisfy(n -> assertThat(n).isBetween(870, 1_130));
  }

  @Test
  void aVoteAcceptsWhatEnoughAnswersAgreeOn() {
    WalkRules rules = CHAIN.withVotes(new Votes(3, 2)).withSteps(6);
    Position start = walker(rules).start(1);
    assertThat(start.turns()).containsExactly("a?", "a?", "a?");

    Position end =
        start
            .after(List.of("b", "no", "b"))
            .after(List.of("c", "d", "e"))
            .after(List.of("b", "c", "b"))
            .after(List.of("no", "c", "none"))
            .after(List.of("no", "not", "none"))
            .after(List.of("c", "c", "c"));

    assertThat(steps(rules, end))
        .extracting(Step::target)
        .containsExactly(
            Optional.of("b"),
            Optional.of("b"),
            Optional.of("b"),
            Optional.of("b"),
            Optional.empty(),
            Optional.of("c"));
  }

  @Test
  void unanimityIsOfAllAnswers() {
    WalkRules rules = CHAIN.withVotes(new Votes(2, 2)).withSteps(2);
    Position end = walker(rules).start(1).after(List.of("b", "no")).after(List.of("b", "b"));

    assertThat(steps(rules, end))
        .extracting(Step::target)
        .containsExactly(Optional.of("a"), Optional.of("b"));
  }

  @Test
  void longWalksCostNoMoreAStep() {
    WalkRules rules = POOL.withSteps(WalkRules.MOST_STEPS);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          List<Position> walks = new ArrayList<>();
          for (int walk = 0; walk < 20; walk++) {
            Position position = walker(rules).start(walk);
            while (!position.over()) {
              position = position.after(List.of("z"));
            }
            walks.add(position);
          }
          assertThat(walks).allSatisfy(end -> assertThat(steps(rules, end)).hasSize(2_000));
        });
  }

  @Test
  void rulesHaveBounds() {
    assertThatThrownBy(() -> WalkRules.defaults().withSteps(2_001))
        .hasMessage("Invalid steps 2001: expected a number from 1 to 2000");
    assertThatThrownBy(() -> WalkRules.defaults().withSteps(0))
        .hasMessage("Invalid steps 0: expected a number from 1 to 2000");
  }

  @Test
  void chanceIsUniform() {
    double[] drawn = IntStream.range(0, 10_000).mapToDouble(i -> Chance.at(7, i)).toArray();

    assertThat(Arrays.stream(drawn).min().orElseThrow()).isBetween(0.0, 0.01);
    assertThat(Arrays.stream(drawn).max().orElseThrow()).isBetween(0.99, 1.0);
    assertThat(Arrays.stream(drawn).average().orElseThrow()).isBetween(0.485, 0.515);
  }
}
