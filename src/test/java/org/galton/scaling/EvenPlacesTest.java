package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvenPlacesTest {
  private final EvenPlaces places = new EvenPlaces(-1, 3, 5);

  @Test
  void placesRunFromEndToEnd() {
    assertThat(places.at(0)).isEqualTo(-1);
    assertThat(places.at(1)).isEqualTo(0);
    assertThat(places.at(4)).isEqualTo(3);
  }

  @Test
  void theMinimumIsSoughtBetweenTheNeighboursOnly() {
    assertThat(places.minimumAround(2, x -> (x - 1.3) * (x - 1.3))).isCloseTo(1.3, within(1e-7));
    assertThat(places.minimumAround(0, x -> (x - 1.3) * (x - 1.3))).isCloseTo(0, within(1e-7));
    assertThat(places.minimumAround(4, x -> (x - 1.3) * (x - 1.3))).isCloseTo(2, within(1e-7));
  }
}
