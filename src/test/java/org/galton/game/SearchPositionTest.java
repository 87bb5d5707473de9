package org.galton.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SearchPositionTest {
  private static final GroupSearch RULES =
      GroupSearch.defaults().withStyle(Style.MARKS).withPlayers(3).withRounds(4);

  private static Position start(GroupSearch rules) {
    return new SearchGame(rules, 7, 60, List.of(10, 0, 19)).start();
  }

  @Test
  void everyPlayerSeesItsOwnGuessesAndWhatAllAreTold() {
    Position third = start(RULES).after(List.of("25", "30", "40")).after(List.of("10", "11", "12"));

    assertThat(third.turns()).containsExactly("a+-- 25 >10 <", "b+-- 30 >11 <", "c+-- 40 >12 <");
  }

  @Test
  void conditionsSayWhoPlays() {
    assertThat(start(RULES.withCondition(Condition.PERSONA)).turns())
        .containsExactly("a+K- ", "b+A- ", "c+T- ");
    assertThat(start(RULES.withCondition(Condition.TOM)).turns())
        .containsExactly("a+K* ", "b+A* ", "c+T* ");
  }

  @Test
  void theGameEndsWithTheFirstHit() {
    Position hit = start(RULES).after(List.of("20", "20", "20"));

    assertThat(hit.over()).isTrue();
    assertThat(hit.turns()).isEmpty();
    assertThatThrownBy(() -> hit.after(List.of("1", "2", "3")))
        .hasMessage("Cannot play on with 3 answers: expected 0, one for each turn");
  }

  @Test
  void theGameEndsWithTheLastRound() {
    Position position = start(RULES);
    for (int round = 1; round <= 4; round++) {
      assertThat(position.over()).isFalse();
      position = position.after(List.of("1", "1", "1"));
    }
    assertThat(position.over()).isTrue();
  }

  @Test
  void meansAreRoundedHalfUp() {
    assertThat(Mode.MEAN.value(List.of(1, 2))).isEqualTo(2);
    assertThat(Mode.MEAN.value(List.of(1, 1, 2))).isEqualTo(1);
    assertThat(Mode.MEAN.value(List.of(1, 2, 2))).isEqualTo(2);
    assertThat(Mode.SUM.value(List.of(1, 2, 2))).isEqualTo(5);
  }

  @Test
  void proseSaysWhatMarksSay() {
    Position second =
        start(RULES.withStyle(Style.PROSE).withCondition(Condition.TOM))
            .after(List.of("25", "30", "40"));

    assertThat(second.turns().get(1))
        .startsWith("You are Ada, ")
        .contains("from 0 to 50", "binary search", "best complements")
        .contains("Round 1: you named 30; the sum was too high.\nThis is round 2.")
        .doesNotContain("25", "60", " 3 ");
    assertThat(start(RULES.withStyle(Style.PROSE)).turns())
        .allSatisfy(turn -> assertThat(turn).startsWith("You play").doesNotContain("complements"))
        .containsOnly(start(RULES.withStyle(Style.PROSE)).turns().get(0));
  }

  @Test
  void everyPersonaHasAText() {
    for (int persona = 0; persona < Personas.COUNT; persona++) {
      assertThat(Personas.text(persona)).startsWith("You are ").endsWith(".");
    }
  }

  @Test
  void transcriptsReadBack() {
    Position end =
        start(RULES).after(List.of("25 \"or\" so\n", "", "99")).after(List.of("20", "20", "20"));

    assertThat(end.transcript())
        .isEqualTo(
            """
            {"round":1,"answers":["25 \\"or\\" so\\n","","99"],"guesses":[25,25,50],"feedback":"too high","clamped":1,"unparsed":1}
            {"round":2,"answers":["20","20","20"],"guesses":[20,20,20],"feedback":"correct","clamped":0,"unparsed":0}
            """);
    assertThat(Transcript.read(end.transcript(), RULES, 60))
        .hasValueSatisfying(
            rounds ->
                assertThat(rounds)
                    .containsExactly(
                        new SearchRound(
                            1,
                            List.of("25 \"or\" so\n", "", "99"),
                            List.of(25, 25, 50),
                            Feedback.TOO_HIGH,
                            1,
                            1),
                        new SearchRound(
                            2,
                            List.of("20", "20", "20"),
                            List.of(20, 20, 20),
                            Feedback.CORRECT,
                            0,
                            0)));
  }

  @Test
  void whatIsNoGameIsNoTranscript() {
    String game = start(RULES).after(List.of("20", "20", "20")).transcript();
    String unfinished = start(RULES).after(List.of("1", "1", "1")).transcript();

    for (String text :
        List.of(
            "",
            "\n",
            "25",
            "null\n",
            game.strip(),
            game + game,
            unfinished,
            game.replace("[20,20,20]", "[20,20]"),
            game.replace("[20,20,20]", "[60,0,0]"),
            game.replace("[20,20,20]", "[20,20,21]"),
            game.replace("[20,20,20]", "[20,20,\"x\"]"),
            game.replace("correct", "too low"),
            game.replace("\"round\":1", "\"round\":2"),
            "[".repeat(100_000) + "\n")) {
      assertThat(Transcript.read(text, RULES, 60)).as(text).isEmpty();
    }
  }

  @Test
  void linesOfMarksReadBack() {
    for (GroupSearch rules :
        List.of(
            RULES,
            RULES.withCondition(Condition.PERSONA),
            RULES.withCondition(Condition.TOM).withMode(Mode.MEAN))) {
      for (String line : start(rules).after(List.of("0", "50", "7")).turns()) {
        assertThat(Marks.read(line)).map(Marks::line).contains(line);
      }
    }
    for (String line : List.of("", "a+--", "a+-- 25", "a+-- 25 =", "z+-- ", "a+-- 25 > ")) {
      assertThat(Marks.read(line)).as(line).isEmpty();
    }
  }

  @Test
  void impossibleRulesAreRefused() {
    assertThatThrownBy(() -> GroupSearch.defaults().withPlayers(21))
        .hasMessage("Invalid players 21: expected a number from 2 to 20");
    assertThatThrownBy(() -> GroupSearch.defaults().withRounds(0))
        .hasMessage("Invalid rounds 0: expected a number from 1 to 100");
    assertThatThrownBy(() -> new SearchGame(RULES, 1, 60, Collections.nCopies(3, 1)))
        .hasMessage("Invalid personas [1, 1, 1]: expected 3, none twice");
  }
}
