package org.galton.game.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Stored walks began where these numbers said. */
class ChanceTest {

  @Test
  void numbersAreThoseOfSeedAndCounter() {
    assertThat(Chance.at(42, 3)).isEqualTo(0.73793446117718);
    assertThat(Chance.below(1000, 42, 3)).isEqualTo(23);
  }
}
