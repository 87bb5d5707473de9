package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Fnv1aTest {

  /** The authors' vectors, fnv64a of test_fnv.c. */
  @Test
  void hashesAreThePublishedOnes() {
    assertThat(Fnv1a.ofUtf8("")).isEqualTo(0xcbf29ce484222325L);
    assertThat(Fnv1a.ofUtf8("a")).isEqualTo(0xaf63dc4c8601ec8cL);
    assertThat(Fnv1a.ofUtf8("foobar")).isEqualTo(0x85944171f73967e8L);
  }

  @Test
  void mixedHashesOfOneAsciiTextAreMixesOfThePublishedOnes() {
    assertThat(Fnv1a.mixed("foobar")).isEqualTo(SplitMix64.mix(0x85944171f73967e8L));
    assertThat(Fnv1a.mixed("ärger 𝒜")).isEqualTo(0x1d6da2f675993de1L);
  }
}
