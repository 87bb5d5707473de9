package org.galton.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchGameTest {
  @Test
  void readsItsOwnText() {
    for (Condition condition : Condition.values()) {
      for (Mode mode : Mode.values()) {
        for (Style style : Style.values()) {
          GroupSearch rules = new GroupSearch(condition, mode, style, 3, 100);
          List<Integer> personas =
              condition == Condition.PLAIN ? List.of(0, 1, 2) : List.of(10, 0, 19);
          SearchGame game = new SearchGame(rules, 7, 60, personas);

          assertThat(SearchGame.read(game.text(), 60)).contains(game);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "game 1: sum of 21 players, at most 20 rounds, marks/1, plain",
        "game 1: sum of 3 players, at most 0 rounds, marks/1, plain",
        "game 1: sum of 3 players, at most 20 rounds, marks/2, plain",
        "game 1: sum of 3 players, at most 20 rounds, marks/1, tom",
        "game 1: sum of 3 players, at most 20 rounds, marks/1, plain, personas ABC",
        "game 1: sum of 3 players, at most 20 rounds, marks/1, tom, personas AB",
        "game 1: sum of 3 players, at most 20 rounds, marks/1, tom, personas AAB",
        "game 1: sum of 3 players, at most 20 rounds, marks/1, tom, personas ABU",
        "game 1: sum of 3 players, at most 20 rounds, marks/1, tom, personas ABC "
      })
  void anotherTextIsNoGame(String text) {
    assertThat(SearchGame.read(text, 60)).isEmpty();
  }
}
