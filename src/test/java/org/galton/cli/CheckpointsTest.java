package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.galton.model.ComputeType;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;
import org.junit.jupiter.api.Test;

final class CheckpointsTest {
  @Test
  void computeTypeThatIsNotThereYetIsRefused() {
    assertThatThrownBy(
            () ->
                new Checkpoints()
                    .load("builtin:abacus", new Decoding(4, "cpu", ComputeType.BFLOAT16)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot decode in bfloat16: this version computes in float32; set decoding.compute to"
                + " float32");
  }
}
