package org.galton.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Stored prompts were drawn from these numbers: another number is another data set. */
class IndexedStreamTest {

  @Test
  void numbersAreThoseOfSeedPurposeAndCounters() {
    IndexedStream draws = new IndexedStream(42, "countdown prompt", 3, 7);
    assertThat(draws.next()).isEqualTo(0xeeecec3022ad62ffL);
    assertThat(draws.next()).isEqualTo(0x9c0d150c87c7b9afL);
    assertThat(draws.below(1000)).isEqualTo(653);
    assertThat(draws.between(5, 9)).isEqualTo(7);
    assertThat(new IndexedStream(-1, "ärger", 0).next()).isEqualTo(0xfeea84eb48e25dL);
  }
}
