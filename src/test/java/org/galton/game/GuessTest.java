package org.galton.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GuessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "25 | 25 | READ",
        "0 | 0 | READ",
        "50 | 50 | READ",
        "51 | 50 | CLAMPED",
        "-1 | 0 | CLAMPED",
        "999999999999999999 | 50 | CLAMPED",
        "9999999999999999999 | 25 | UNPARSED",
        "guess=7 | 7 | READ",
        "guess= 7. | 7 | READ",
        "**guess=7** | 7 | READ",
        "I start with 25, but guess=12 | 12 | READ",
        "guess=12 or guess=13 | 13 | READ",
        "guess=12, no: guess= | 25 | UNPARSED",
        "I say 12, because 25 was too high. | 12 | READ",
        "Round 2: 12 | 2 | READ",
        "007 | 7 | READ",
        "12.5 | 25 | UNPARSED",
        "12.5 or rather 13 | 13 | READ",
        "x12 | 25 | UNPARSED",
        "4-12 | 4 | READ",
        "'' | 25 | UNPARSED",
        "none | 25 | UNPARSED",
        "١٢ | 25 | UNPARSED",
      })
  void takesTheNumberAfterTheLastMarkerOrTheFirst(String answer, int value, Guess.Reading reading) {
    assertThat(Guess.read(answer, Mode.SUM)).isEqualTo(new Guess(value, reading));
  }

  @Test
  void meansReachTo100() {
    assertThat(Guess.read("101", Mode.MEAN)).isEqualTo(new Guess(100, Guess.Reading.CLAMPED));
    assertThat(Guess.read("?", Mode.MEAN)).isEqualTo(new Guess(50, Guess.Reading.UNPARSED));
  }

  @Test
  void endlessAnswersTakeNoTime() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String piece : new String[] {"1.", "-", "9", "guess=", "a1 ", "."}) {
            Guess.read(piece.repeat(1_000_000), Mode.SUM);
          }
        });
  }
}
