package org.galton.environment.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.galton.environment.question.Tools;
import org.galton.game.Style;
import org.junit.jupiter.api.Test;

/** The loop of a team, its two ways to ask, and its transcript. */
final class TeamPlayTest {
  private static final TeamQuery QUERY =
      new TeamQuery("arithmetic/easy", "What is 12 * 7?", "12*7", "Box it.");

  private static TeamPlay start(Style style, int limit) {
    return new TeamRules(style, Tools.ALL, limit).start(QUERY);
  }

  private static TeamPlay after(TeamPlay start, String... answers) {
    TeamPlay play = start;
    for (String answer : answers) {
      play = play.view().isPresent() ? play : play.after(List.of());
      play = play.after(List.of(answer), List.of(answer.length()));
    }
    return play;
  }

  @Test
  void everyRoleKnowsWhatItHasToKnowAndTheMemoryGrows() {
    TeamPlay play = start(Style.MARKS, 10);
    assertThat(play.turns()).containsExactly("plan arithmetic/easy calculator,search 12*7=");
    assertThat(play.roles()).containsExactly("planner");
    play = after(play, "calculator:value:12*7;");
    assertThat(play.turns()).containsExactly("run arithmetic/easy 12*7|calculator:value:12*7=");
    play = after(play, "12*7;");
    assertThat(play.turns())
        .containsExactly("check arithmetic/easy 12*7|calculator:value:12*7>84=");
    play = after(play, "0;");
    assertThat(play.turns())
        .containsExactly("plan arithmetic/easy calculator,search 12*7|calculator:value:12*7>84=");
    assertThat(play.turn()).isEqualTo(2);
    play = after(play, "search:value:12", "12", "1;");
    assertThat(play.turns().get(0))
        .startsWith("say arithmetic/easy 12*7|calculator:value:12*7>84|");
    assertThat(play.stopped()).isTrue();
    play = after(play, "84;");
    assertThat(play.over()).isTrue();
    assertThat(play.turns()).isEmpty();
    assertThat(play.answer()).isEqualTo("84;");
    assertThat(play.played())
        .extracting(TeamTurn::role)
        .containsExactly(
            Role.PLANNER,
            Role.EXECUTOR,
            Role.TOOL,
            Role.VERIFIER,
            Role.PLANNER,
            Role.EXECUTOR,
            Role.TOOL,
            Role.VERIFIER,
            Role.GENERATOR);
    assertThat(TeamTranscript.read(play.transcript(), start(Style.MARKS, 10)))
        .map(TeamPlay::played)
        .contains(play.played());
  }

  @Test
  void anUnknownToolAndABadCommandAreFailedStepsAndTheLimitEndsThem() {
    TeamPlay play = after(start(Style.MARKS, 3), "oracle:ask:12*7");
    assertThat(play.over()).isFalse();
    assertThat(play.turns()).as("the executor's round passes").isEmpty();
    play = after(play, "0", "calculator:ask:x", "12*", "hm", "nonsense", "0");
    assertThat(play.memory())
        .containsExactly(
            new MemoryStep("oracle", "ask", "", "There is no such tool.", true),
            new MemoryStep(
                "calculator", "ask", "12*", "Error: the expression ends too early", true),
            new MemoryStep("", "", "", "No step was read.", true));
    assertThat(play.stopped()).isFalse();
    assertThat(play.roles()).containsExactly("generator");
    TeamPlay over = after(play, "1");
    assertThat(over.played())
        .filteredOn(TeamTurn::misread)
        .extracting(TeamTurn::role)
        .containsExactly(Role.VERIFIER, Role.PLANNER);
    assertThat(TeamTranscript.read(over.transcript(), start(Style.MARKS, 3))).isPresent();
    assertThat(TeamMarks.read(play.turns().get(0)).orElseThrow().memory())
        .extracting(MemoryStep::failed)
        .containsExactly(true, true, true);
  }

  @Test
  void theWordsOfProseAreReadFromTheLastLinesThatHaveTheirLabels() {
    TeamPlay play = start(Style.PROSE, 10);
    assertThat(play.turns().get(0))
        .contains("Question: What is 12 * 7?", "Tool calculator(expression): it computes")
        .contains("There were no steps so far.", "step 1 of at most 10");
    play =
        after(
            play,
            "Tool: search\nI think again.\n sub-goal: the product\ntool: calculator\nContext: 12*7");
    assertThat(play.turns().get(0))
        .contains("Sub-goal: the product\nContext: 12*7\nTool calculator(expression)");
    play = after(play, "Command: 12*7", "Verdict: maybe");
    assertThat(play.turn()).isEqualTo(2);
    play = after(play, "Tool: calculator", "12*7", "Verdict: stop.");
    assertThat(play.turns().get(0))
        .contains("1. calculator(12*7), sub-goal: the product\n   Result: 84")
        .contains("2. calculator(), sub-goal: \n   Failed: No command was read.")
        .endsWith("Box it.\n");
  }

  @Test
  void aTranscriptThatDoesNotFollowFromItsAnswersIsNone() {
    TeamPlay start = start(Style.MARKS, 2);
    String told = after(start, "calculator:a:12*7", "12*7", "1", "84").transcript();
    assertThat(TeamTranscript.read(told, start)).isPresent();
    assertThat(
            List.of(
                told.replace("\"result\":\"84\"", "\"result\":\"85\""),
                told.replace("\"enough\":true", "\"enough\":false"),
                told + told,
                told.substring(0, told.lastIndexOf("{")),
                told.replace("\"role\":\"executor\"", "\"role\":\"planner\""),
                told.replaceFirst("(?m)^.*\"role\":\"tool\".*\n", ""),
                "x\n",
                "{}\n",
                ""))
        .allSatisfy(text -> assertThat(TeamTranscript.read(text, start)).isEmpty());
  }

  @Test
  void hostileAnswersEndByRule() {
    for (Style style : Style.values()) {
      TeamPlay play = start(style, 2);
      String[] hostile = {
        "x".repeat(10_000_000),
        "Tool: calculator\u0000\ud800\nContext: " + "(".repeat(100),
        "Command: " + "(".repeat(100_000),
        "Verdict: \ud83d",
        "calculator:\u0007:" + "1".repeat(190),
        "Tool: " + "a|=;>:".repeat(30),
        ";".repeat(1_000_000),
      };
      int said = 0;
      while (!play.over()) {
        play =
            play.view().isPresent()
                ? play.after(List.of(hostile[said++ % hostile.length]))
                : play.after(List.of());
      }
      assertThat(play.turn()).isEqualTo(2);
      assertThat(TeamTranscript.read(play.transcript(), start(style, 2))).isPresent();
    }
  }

  @Test
  void theMemoryInMarksReadsBackWhateverItHolds() {
    TeamView view =
        new TeamView(
            Role.VERIFIER,
            "lookup/hard",
            "river far Sel",
            List.of(),
            List.of(
                new MemoryStep("a:b", "c>d", "e!f|g=;", "h:i>j!k\nl|m", false),
                new MemoryStep("", "", "", "r".repeat(2_000), true)),
            Optional.empty());
    String line = TeamMarks.line(view);
    assertThat(line).doesNotContain(";", "\n").hasSizeLessThan(500);
    assertThat(TeamMarks.read(line).orElseThrow().memory())
        .contains(new MemoryStep("a,b", "c,d", "e,f/g~,", "h:i>j!k l/m", false));
    assertThat(
            List.of("", "=", "plan x=", "run a/b c=", "guess-the-number/easy 5<=", "say a/b c|d="))
        .allSatisfy(text -> assertThat(TeamMarks.read(text)).isEmpty());
  }

  @Test
  void rulesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> start(Style.MARKS, 0))
        .hasMessage("Invalid limit of 0 turns: expected 1 to 100");
    assertThatThrownBy(() -> new TeamRules(Style.MARKS, List.of(), 3))
        .hasMessage("Invalid tools: expected one or more");
    assertThatThrownBy(() -> start(Style.MARKS, 1).after(List.of()))
        .hasMessage("Cannot play on with 0 answers: expected 1, one for each turn");
  }
}
