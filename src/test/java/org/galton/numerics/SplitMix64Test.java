package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

  @Test
  void theStreamIsFixed() {
    // First outputs of SplitMix64 from seed 0, as published with xoshiro's reference code.
    SplitMix64 random = new SplitMix64(0);
    assertThat(random.nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(random.nextLong()).isEqualTo(0x6E789E6AA1B965F4L);
  }

  @Test
  void theStreamIsThatOfTheJavaLibrary() {
    for (long seed : new long[] {0, 42, -1, Long.MIN_VALUE}) {
      SplitMix64 random = new SplitMix64(seed);
      SplittableRandom reference = new SplittableRandom(seed);
      for (int i = 0; i < 100; i++) {
        assertThat(random.nextLong()).isEqualTo(reference.nextLong());
        assertThat(random.nextUnit()).isEqualTo(reference.nextDouble());
      }
    }
  }

  @Test
  void aPlaceHasTheNumberThatTheStreamReachesThere() {
    SplitMix64 random = new SplitMix64(42);
    for (int place = 0; place < 100; place++) {
      assertThat(SplitMix64.at(42, place)).isEqualTo(random.nextLong());
    }
  }

  @Test
  void boundedNumbersAreTheUpperBitsScaled() {
    SplitMix64 random = new SplitMix64(0);
    assertThat(random.nextInt(1000)).isEqualTo((int) ((0xE220A839L * 1000) >>> 32));
    assertThat(random.nextInt(1)).isZero();
  }

  @Test
  void namedStreamsStartFromSeedAndHash() {
    assertThat(SplitMix64.named(7, "pass@1").nextLong())
        .isEqualTo(new SplitMix64(7 ^ Fnv1a.ofUtf8("pass@1")).nextLong());
  }
}
