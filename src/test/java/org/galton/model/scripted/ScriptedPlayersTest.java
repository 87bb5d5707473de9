package org.galton.model.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.galton.game.player.Players;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.junit.jupiter.api.Test;

final class ScriptedPlayersTest {

  @Test
  void answersALineOfMarks() {
    Completion answer = (Completion) ask("scripted:lockstep", "a+-- 25 >12 >", 1);

    assertThat(answer.text()).isEqualTo("6");
    assertThat(answer.promptTokens()).isEqualTo(13);
    assertThat(answer.completionTokens()).isEqualTo(2);
    assertThat(answer.logprobSum()).isNaN();
  }

  @Test
  void chanceIsTheSeeds() {
    List<String> guesses = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      guesses.add(((Completion) ask("scripted:independent", "a+-- ", seed)).text());
    }
    assertThat(guesses.stream().distinct()).hasSizeGreaterThan(8);
    assertThat(((Completion) ask("scripted:independent", "a+-- ", 7)).text())
        .isEqualTo(guesses.get(7));
  }

  @Test
  void otherPromptsFail() {
    assertThat(ask("scripted:lockstep", "37+58=?\n", 1))
        .isInstanceOfSatisfying(
            GenerationFailure.class,
            failure ->
                assertThat(failure.reason())
                    .isEqualTo(
                        "scripted:lockstep reads only lines such as 'a+-- 25 >': expected a task of"
                            + " kind group-search with style marks"));
  }

  @Test
  void everyPlayerIsAModelOfItsOwn() {
    assertThat(Players.NAMES)
        .extracting(name -> ScriptedPlayers.card(ScriptedPlayers.PREFIX + name).digest())
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> ScriptedPlayers.card("scripted:telepath"))
        .hasMessage(
            "Cannot find scripted:telepath: the scripted players are independent, lockstep,"
                + " complementary, binary-search, random, solver, team");
    assertThatThrownBy(() -> ScriptedPlayers.card("scripted:solver?planner=1"))
        .hasMessage(
            "Cannot read 'planner=1' of scripted:solver?planner=1: this player has no keys");
  }

  @Test
  void aTeamOfKnownSkillIsAModelOfItsOwn() {
    String line = "plan arithmetic/easy calculator,search 12*7=";
    assertThat(((Completion) ask("scripted:team", line, 1)).text())
        .isEqualTo("calculator:ask:12*7");
    assertThat(((Completion) ask("scripted:team?planner=0", line, 1)).text())
        .isEqualTo("search:ask:12*7");
    assertThat(ScriptedPlayers.card("scripted:team?planner=0.5").digest())
        .isNotEqualTo(ScriptedPlayers.card("scripted:team").digest());
    assertThat(ask("scripted:team", "hanoi/easy 3=", 1)).isInstanceOf(GenerationFailure.class);
    for (String bad :
        List.of("tool=1", "planner", "planner=2", "planner=x", "planner=-1", "=1", "")) {
      String source = "scripted:team?planner=1&" + bad;
      assertThatThrownBy(() -> ScriptedPlayers.card(source))
          .hasMessageStartingWith(
              "Cannot read '%s' of %s: expected planner".formatted(bad, source));
    }
  }

  private static Outcome ask(String source, String line, long seed) {
    List<Outcome> outcomes = new ArrayList<>();
    try (LanguageModel model = ScriptedPlayers.open(source)) {
      model.generate(
          List.of(new Request(0, line, seed)).iterator(), Sampling.untempered(4), outcomes::add);
    }
    return outcomes.get(0);
  }
}
