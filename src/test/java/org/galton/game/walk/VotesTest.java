package org.galton.game.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VotesTest {
  @Test
  void areWrittenAsTheyAreRead() {
    assertThat(Votes.parse("5:3")).contains(new Votes(5, 3));
    assertThat(Votes.parse(new Votes(20, 11).toString())).contains(new Votes(20, 11));
    assertThat(Votes.NONE).hasToString("1:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5:", "5:3:1", "-5:3", "5 :3", "five:three", "99999:99999"})
  void otherTextsAreNone(String text) {
    assertThat(Votes.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0:0", "2:1", "4:2", "3:4", "21:20", "5:0"})
  void twoStatesNeverHaveEnough(String text) {
    assertThatThrownBy(() -> Votes.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid votes %s: expected 1 to 20 draws, of which more than half are to agree"
                .formatted(text));
  }
}
