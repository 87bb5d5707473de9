package org.galton.study.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.galton.model.LanguageModel;
import org.galton.model.Sampling;
import org.galton.model.endpoint.MisbehavingServer;
import org.galton.model.source.Checkpoints;
import org.galton.sweep.Decoding;
import org.galton.table.store.Unfinished;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.refine.Author;
import org.galton.worldmodel.refine.Refinement;
import org.galton.worldmodel.refine.Suites;
import org.galton.worldmodel.refine.Transition;
import org.galton.worldmodel.refine.UnitTest;
import org.galton.worldmodel.rules.Games;
import org.galton.worldmodel.rules.RowGame;
import org.junit.jupiter.api.Test;

final class ModelAuthorTest {
  private static final Game GAME = RowGame.ticTacToe();
  private static final List<Transition> SHOWN = Transition.ofGames(GAME, 3, 1, "shown");
  private static final List<UnitTest> TESTS = UnitTest.of(GAME.start(), SHOWN);

  @Test
  void aModelThatReadsTheFailedTestRepairsItsProgram() {
    String right = Games.program(GAME);
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) ->
                prompt.contains("A test that it fails: NEXT_STATE of state")
                    ? "It forgets whose turn it is.\n```python\n" + right + "```\nNow it does not."
                    : "```python\n"
                        + right.replace("1 - player, \"rew", "player, \"rew")
                        + "```")) {
      Refinement.Result result = refined(server.source("attempts=1"), 4_096);
      assertThat(result.calls()).isEqualTo(2);
      assertThat(result.assessment().accuracy()).isEqualTo(1);
      assertThat(result.best().get(0)).isBetween(0.5, 0.99);
    }
  }

  @Test
  void aModelThatCannotTakeThePromptIsNamedWithItsReason() {
    assertThatThrownBy(() -> refined("builtin:abacus", 8))
        .isInstanceOf(Unfinished.class)
        .hasMessageMatching(
            "Cannot have a program of tic-tac-toe written: Cannot continue a prompt of \\d+ tokens:"
                + " the model's context is 128");
  }

  private static Refinement.Result refined(String source, int maxTokens) {
    Sampling sampling = new Sampling(1, 0, 1, 0, maxTokens, List.of());
    try (LanguageModel model = new Checkpoints().load(source, new Decoding(1, "cpu"))) {
      Author author = new ModelAuthors("test", model, sampling).ofRules(GAME, SHOWN, 1);
      return Refinement.run(GAME.id(), author, Suites.rules(GAME, TESTS), 5, 1);
    }
  }

  @Test
  void theProgramIsTheBlockOfTheCompletion() {
    List<String> blocks = new ArrayList<>();
    for (String completion :
        List.of(
            "Here:\n```python\nx = 1\n```\nDone.",
            "```\nx = 1\n```",
            "```python\nx = 1\n",
            "x = 1\n",
            "```")) {
      blocks.add(ModelAuthor.block(completion));
    }
    assertThat(blocks).containsExactly("x = 1\n", "x = 1\n", "x = 1\n", "x = 1\n", "");
  }
}
