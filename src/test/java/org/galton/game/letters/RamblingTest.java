package org.galton.game.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RamblingTest {
  private static final int WORDS = Rambling.words().size();

  @Test
  void probabilitiesSumToOne() {
    for (int from = 0; from < WORDS; from++) {
      int f = from;
      assertThat(Rambling.probability(f, f)).isZero();
      assertThat(IntStream.range(0, WORDS).mapToDouble(to -> Rambling.probability(f, to)).sum())
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void isInDetailedBalanceWithItsPotential() {
    for (int f = 0; f < WORDS; f++) {
      for (int g = 0; g < f; g++) {
        assertThat(Math.log(Rambling.probability(f, g) / Rambling.probability(g, f)))
            .isCloseTo(Rambling.potential(f) - Rambling.potential(g), within(1e-9));
      }
    }
  }

  @Test
  void goesAsOftenAsItsProbabilitiesSay() {
    int from = Rambling.words().indexOf("buzzy");
    int draws = 200_000;
    int[] counts = new int[WORDS];
    for (int i = 0; i < draws; i++) {
      counts[Rambling.next(from, (i + 0.5) / draws)]++;
    }
    for (int to = 0; to < WORDS; to++) {
      assertThat((double) counts[to] / draws)
          .isCloseTo(Rambling.probability(from, to), within(2.0 / draws));
    }
  }
}
