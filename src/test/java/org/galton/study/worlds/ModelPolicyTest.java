package org.galton.study.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.galton.model.LanguageModel;
import org.galton.model.Sampling;
import org.galton.model.endpoint.MisbehavingServer;
import org.galton.model.source.Checkpoints;
import org.galton.sweep.Decoding;
import org.galton.table.store.Unfinished;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.plan.View;
import org.galton.worldmodel.rules.Bargaining;
import org.galton.worldmodel.rules.Leduc;
import org.galton.worldmodel.rules.RowGame;
import org.junit.jupiter.api.Test;

final class ModelPolicyTest {
  private static final Game GAME = RowGame.ticTacToe();
  private static final List<String> LEGAL = List.of("fold", "call", "raise");

  @Test
  void anAnswerIsTheLastNamedActionOrTheFirstLine() {
    assertThat(ModelPolicy.action("Action: call", LEGAL)).isEqualTo("call");
    assertThat(ModelPolicy.action("Action: fold? No.\n**Action:** `Raise`.\n", LEGAL))
        .isEqualTo("raise");
    assertThat(ModelPolicy.action("\n call\nbecause", LEGAL)).isEqualTo("call");
    assertThat(ModelPolicy.action("I call", LEGAL)).isEqualTo("I call");
    assertThat(ModelPolicy.action("", LEGAL)).isEmpty();
    assertThat(ModelPolicy.action("Action:", LEGAL)).isEmpty();
    assertThat(ModelPolicy.action("*".repeat(1_000_000), LEGAL)).isEmpty();
    assertThat(ModelPolicy.action("x".repeat(1_000), LEGAL)).hasSize(100);
  }

  @Test
  void aModelIsToldTheRulesWhatItSawAndWhatIsLegal() {
    View view =
        new View(
            1,
            List.of(new View.Event("", "Q1  "), new View.Event("call", "Q1  c")),
            List.of("call", "raise"));
    assertThat(ModelPolicy.question(new Leduc(), view))
        .contains("Leduc poker", "You are player 1.", "you saw Q1  \nyou did call; you saw Q1  c\n")
        .contains("Legal actions: call; raise\n");
    assertThat(ModelPolicy.shortQuestion(view)).isEqualTo("Q1  c\ncall raise\n");
  }

  @Test
  void aModelThatAnswersWithLegalActionsPlaysEachGameOut() {
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) -> {
              String legal = prompt.substring(prompt.indexOf("Legal actions: ") + 15);
              return "The first one will do.\nAction: " + legal.charAt(0);
            })) {
      Played played = played(server.source("attempts=1"), searcher(GAME, 30), 8);
      assertThat(played.games().games()).isEqualTo(8);
      assertThat(played.games().otherForfeits()).isZero();
      assertThat(played.games().playedOut()).isEqualTo(8);
      assertThat(played.games().wins()).isGreaterThan(4);
      assertThat(played.choices()).isGreaterThan(16);
    }
  }

  @Test
  void anAnswerThatIsNoLegalActionForfeits() {
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS, (prompt, seed, serial) -> "Action: ten")) {
      Played played = played(server.source("attempts=1"), searcher(GAME, 5), 6);
      assertThat(played.games().otherForfeits()).isEqualTo(6);
      assertThat(played.games().wins()).isEqualTo(6);
      assertThat(played.games().winsPlayedOut()).isZero();
      assertThat(server.requests()).isEqualTo(6);
    }
  }

  @Test
  void aModelOfAShortContextIsAskedShortly() {
    Played played = played("builtin:abacus", searcher(GAME, 5), 4);
    assertThat(played.games().games()).isEqualTo(4);
    assertThat(played.games().otherForfeits()).isBetween(1, 4);
  }

  @Test
  void aModelThatCannotTakeTheShortQuestionIsNamedWithItsReason() {
    assertThatThrownBy(() -> played("builtin:abacus", searcher(new Bargaining(), 5), 2))
        .isInstanceOf(Unfinished.class)
        .hasMessageMatching(
            "Cannot have builtin:abacus play bargaining: Cannot continue a prompt of \\d+ tokens:"
                + " the model's context is 128");
  }

  @Test
  void aPlayerWhoseProgramCannotBeReadActsByChance() {
    Searcher unread = new Searcher(GAME.id(), "I cannot", null, 5, 1);
    MatchTask.Part part = new MatchTask(3, unread, searcher(GAME, 5), 0, 4, 9).play();
    assertThat(part.match()).isEqualTo(3);
    assertThat(part.played().games().games()).isEqualTo(4);
    assertThat(part.played().byChance()).isEqualTo(part.played().choices()).isPositive();
  }

  private static Searcher searcher(Game game, int simulations) {
    return Searcher.inGame(game, HiddenMode.PROGRAM, simulations, 1);
  }

  private static Played played(String source, Searcher player, int games) {
    Sampling sampling = new Sampling(1, 0, 1, 0, 64, List.of());
    try (LanguageModel model = new Checkpoints().load(source, new Decoding(1, "cpu"))) {
      return ModelMatch.play(player, new ModelPolicy(source, model, sampling), games, 5);
    }
  }
}
