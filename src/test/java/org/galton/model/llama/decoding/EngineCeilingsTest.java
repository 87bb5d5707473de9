package org.galton.model.llama.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.galton.model.llama.torch.Torch;
import org.junit.jupiter.api.Test;

final class EngineCeilingsTest {
  @Test
  void everyCeilingIsARate() {
    Torch.start(1);
    EngineCeilings engine = new EngineCeilings("cpu", 2);

    assertThat(engine.product(64, 64, 64)).isPositive().isFinite();
    assertThat(engine.products(RandomModel.GROUPED, 4)).isPositive().isFinite();
    assertThat(engine.copy()).isPositive().isFinite();
  }
}
