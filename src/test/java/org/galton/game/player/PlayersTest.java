package org.galton.game.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.galton.game.Condition;
import org.galton.game.Feedback;
import org.galton.game.GroupSearch;
import org.galton.game.Marks;
import org.galton.game.Mode;
import org.galton.game.SearchGame;
import org.junit.jupiter.api.Test;

final class PlayersTest {
  private static final List<Integer> PERSONAS = IntStream.range(0, 10).boxed().toList();

  private static SearchGame game(Condition condition, int target) {
    return new SearchGame(GroupSearch.defaults().withCondition(condition), 1, target, PERSONAS);
  }

  @Test
  void everyGuessIsLegalWhateverCameBefore() {
    SplittableRandom random = new SplittableRandom(3);
    for (String name : Players.NAMES) {
      Player player = Players.named(name);
      for (int n = 0; n < 3_000; n++) {
        Mode mode = Mode.values()[random.nextInt(2)];
        GroupSearch rules =
            GroupSearch.defaults()
                .withMode(mode)
                .withCondition(Condition.values()[random.nextInt(3)]);
        Marks marks = Marks.of(new SearchGame(rules, 1, 60, PERSONAS), random.nextInt(10));
        for (int round = random.nextInt(25); round > 0; round--) {
          marks =
              marks.after(random.nextInt(mode.highest() + 1), Feedback.values()[random.nextInt(2)]);
        }
        int guess = player.guess(marks, random.nextLong());
        assertThat(guess).as("%s on %s", name, marks.line()).isBetween(0, mode.highest());
      }
    }
  }

  @Test
  void aTurnIsAFunctionOfMarksAndSeed() {
    for (String name : Players.NAMES) {
      assertThat(Match.play(game(Condition.TOM, 71), Players.named(name), 5))
          .isEqualTo(Match.play(game(Condition.TOM, 71), Players.named(name), 5));
    }
  }

  @Test
  void inLockstepAllNameTheSameNumber() {
    for (Condition condition : Condition.values()) {
      List<Marks> end = Match.play(game(condition, 77), Players.named("lockstep"), 1);
      assertThat(end).extracting(Marks::moves).containsOnly(end.get(0).moves());
    }
  }

  @Test
  void complementaryPairsStandEquallyFarApartFromTheirLevel() {
    for (int target = 51; target <= 100; target++) {
      List<Marks> end =
          Match.play(game(Condition.PLAIN, target), Players.named("complementary"), 1);
      int rounds = end.get(0).moves().size();
      for (int round = 0; round < rounds; round++) {
        int first = end.get(0).moves().get(round).guess() + end.get(1).moves().get(round).guess();
        int last = end.get(8).moves().get(round).guess() + end.get(9).moves().get(round).guess();
        assertThat(first - last).isBetween(0, 2);
      }
    }
  }

  @Test
  void complementaryGroupsHitEveryTargetInTheEnd() {
    for (int target = 51; target <= 100; target++) {
      SearchGame game = new SearchGame(GroupSearch.defaults().withRounds(100), 1, target, PERSONAS);
      List<Marks.Move> moves = Match.play(game, Players.named("complementary"), 1).get(0).moves();
      assertThat(moves.get(moves.size() - 1).feedback())
          .as("target %d", target)
          .isEqualTo(Feedback.CORRECT);
    }
  }

  @Test
  void independentPlayersDoNotListen() {
    Player player = Players.named("independent");
    Marks start = Marks.of(game(Condition.PLAIN, 60), 4);
    for (long seed = 0; seed < 100; seed++) {
      int told = player.guess(start.after(9, Feedback.TOO_HIGH), seed);
      assertThat(player.guess(start.after(9, Feedback.TOO_LOW), seed)).isEqualTo(told);
      assertThat(told).isBetween(5, 13);
      assertThat(player.guess(start, seed)).isBetween(0, 20);
    }
  }

  @Test
  void personasSearchAtTheirOwnSpeed() {
    List<Marks> end = Match.play(game(Condition.PERSONA, 77), Players.named("binary-search"), 1);
    assertThat(end.get(0).moves().get(0).guess()).isBetween(14, 16);
    assertThat(end.get(9).moves().get(0).guess()).isBetween(23, 27);
  }

  @Test
  void whoThinksOfTheOthersKeepsAboveOrBelow() {
    assertThat(Temperament.of(Marks.of(game(Condition.TOM, 60), 2)).offset()).isPositive();
    assertThat(Temperament.of(Marks.of(game(Condition.TOM, 60), 3)).offset()).isNegative();
    assertThat(Temperament.of(Marks.of(game(Condition.PERSONA, 60), 3)).offset()).isZero();
  }

  @Test
  void unknownPlayersAreRefused() {
    assertThatThrownBy(() -> Players.named("telepath"))
        .hasMessage(
            "Cannot find player 'telepath': expected one of independent, lockstep, complementary,"
                + " binary-search");
  }
}
