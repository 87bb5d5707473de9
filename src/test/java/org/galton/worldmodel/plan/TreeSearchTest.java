package org.galton.worldmodel.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;
import org.galton.worldmodel.WorldProgram;
import org.galton.worldmodel.rules.Bargaining;
import org.galton.worldmodel.rules.Games;
import org.galton.worldmodel.rules.Leduc;
import org.galton.worldmodel.rules.RowGame;
import org.junit.jupiter.api.Test;

final class TreeSearchTest {
  /** X on 0 and 2, O on 4 and 6, X to move: 1 wins. */
  private static final List<String> WINNING = List.of("0", "4", "2", "6");

  @Test
  void theWinningMoveIsFound() {
    Game game = RowGame.ticTacToe();
    for (int seed = 0; seed < 5; seed++) {
      PortableStream random = PortableStream.of(seed, "t", "known answer", 0);
      assertThat(new TreeSearch(game, 1_000, 1).choose(view(game, WINNING, 0), random))
          .isEqualTo("1");
    }
  }

  @Test
  void aProgramServesAsWellAsTheGame() {
    Game game = RowGame.ticTacToe();
    Game program = WorldProgram.read(game, Games.program(game));
    for (int moves = 0; moves < 5; moves++) {
      View view = view(game, WINNING.subList(0, Math.min(moves, 4)), moves % 2);
      assertThat(new TreeSearch(program, 100, 1).choose(view, stream(moves)))
          .isEqualTo(new TreeSearch(game, 100, 1).choose(view, stream(moves)));
    }
  }

  private static PortableStream stream(int number) {
    return PortableStream.of(5, "t", "same", number);
  }

  @Test
  void ticTacToeAgainstItselfIsDrawn() {
    Game game = RowGame.ticTacToe();
    TreeSearch search = new TreeSearch(game, 2_000, 1);
    Match match = Match.play(game, search, search, 10, 3);
    assertThat(match.draws()).isGreaterThanOrEqualTo(9);
    assertThat(search.thrownAway()).isZero();
  }

  @Test
  void searchWinsAgainstChance() {
    Game game = RowGame.ticTacToe();
    Match match = Match.play(game, new TreeSearch(game, 300, 1), Player.random(), 60, 4);
    assertThat(match.wins()).isGreaterThan(45);
    assertThat(match.losses()).isLessThan(3);
    assertThat(match.wins() + match.draws() + match.losses()).isEqualTo(60);
  }

  @Test
  void searchWinsChipsOfLeducFromChance() {
    Game game = new Leduc();
    Match match = Match.play(game, new TreeSearch(game, 200, 1), Player.random(), 400, 5);
    // Chance loses about a chip a game; the standard error of 400 games is some 0.2.
    assertThat(match.reward()).isGreaterThan(200);
  }

  @Test
  void aHiddenStateFitsWhatThePlayerSaw() {
    Game game = new Leduc();
    List<String> played = List.of("Q1", "K2", "call", "raise", "call", "J1");
    View view = view(game, played, 0);
    List<String> others = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      GameState state = HiddenStates.replay(game).draw(view, stream(i)).orElseThrow();
      assertThat(state.observations().get(0)).isEqualTo("Q1 J1 crc/");
      others.add(state.observations().get(1).split(" ", -1)[0]);
    }
    assertThat(others).containsOnly("J2", "Q2", "K1", "K2").contains("J2", "Q2", "K1", "K2");
  }

  @Test
  void whoHasTheLargerRewardWins() {
    Player generous =
        (view, random) -> view.legal().contains("agree") ? "agree" : view.legal().get(0);
    Player greedy = (view, random) -> view.legal().get(view.legal().size() - 1);
    // A generous player offers all; a greedy one takes the whole pool or agrees to any offer.
    Match match = Match.play(new Bargaining(), greedy, generous, 20, 1);
    assertThat(match.wins()).isEqualTo(20);
    assertThat(match.reward()).isEqualTo(200);
    assertThat(match.otherReward()).isZero();
    assertThat(match.playedOut()).isEqualTo(20);
  }

  @Test
  void anActionThatIsNotLegalForfeits() {
    Player illegal = (view, random) -> "nothing";
    Match match = Match.play(RowGame.ticTacToe(), illegal, Player.random(), 10, 1);
    assertThat(match.losses()).isEqualTo(10);
    assertThat(match.forfeits()).isEqualTo(10);
    Match other = Match.play(RowGame.ticTacToe(), Player.random(), illegal, 10, 1);
    assertThat(other.wins()).isEqualTo(10);
    assertThat(other.otherForfeits()).isEqualTo(10);
    assertThat(other.playedOut()).isZero();
    assertThat(other.winsPlayedOut()).isZero();
  }

  @Test
  void aWorldThatFailsIsLeftToChance() {
    Game game = RowGame.ticTacToe();
    Game broken =
        WorldProgram.read(
            game, Games.program(game).replace("board = state[\"board\"][:]", "board = 1 // 0"));
    TreeSearch search = new TreeSearch(broken, 50, 1);
    assertThat(search.choose(view(game, List.of(), 0), stream(0))).isBetween("0", "8");
    assertThat(search.thrownAway()).isEqualTo(50);
    assertThat(search.choices()).isEqualTo(1);
    assertThat(search.byChance()).isEqualTo(1);
  }

  private static View view(Game game, List<String> actions, int seat) {
    GameState state = game.start();
    List<View.Event> events = new ArrayList<>();
    for (String action : actions) {
      boolean own = state.player() == seat;
      state = state.after(action);
      events.add(new View.Event(own ? action : "", state.observations().get(seat)));
    }
    return new View(seat, events, state.legal());
  }
}
