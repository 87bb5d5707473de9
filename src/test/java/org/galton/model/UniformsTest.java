package org.galton.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Stored rollouts were drawn with these numbers: a resumed run needs the same ones. */
class UniformsTest {

  @Test
  void numbersAreThoseOfSeedAndCounter() {
    assertThat(Uniforms.at(42, 0)).isEqualTo(0.59611887f);
    assertThat(Uniforms.at(42, 9)).isEqualTo(0.24380124f);
    assertThat(Uniforms.seed(42, 1)).isEqualTo(0x290db4bf2570ded7L);
  }
}
