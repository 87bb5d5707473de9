package org.galton.model.llama.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.Test;

final class RecordedCastTest {
  /** Distance from 1 to the next number of bfloat16. */
  private static final float STEP = 1f / 128;

  @Test
  void valuesAreRoundedToTheNearestAndTiesToEven() {
    float[] values = {
      1, 1 + 0.49f * STEP, 1 + 0.5f * STEP, 1 + 0.51f * STEP, 1 + 1.5f * STEP, -3e38f, 1e-20f, 0
    };
    Torch.start(1);
    try (NDManager manager = Torch.cpu();
        TorchScript script = TorchScript.load(manager, "decoder.py")) {
      NDArray x = manager.create(values);
      NDArray cast = RecordedCast.toFloat32(RecordedCast.toBfloat16(script, manager, x));
      float[] rounded = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        int bits = Float.floatToIntBits(values[i]);
        int odd = bits >>> 16 & 1;
        rounded[i] = Float.intBitsToFloat(bits + 0x7fff + odd & 0xffff0000);
      }
      assertThat(rounded).startsWith(1, 1, 1, 1 + STEP, 1 + 2 * STEP);
      assertThat(cast.toFloatArray()).containsExactly(rounded);
      assertThat(x.toFloatArray()).as("is left as it was").containsExactly(values);
    }
  }

  @Test
  void gradientComesBackInFloat32() {
    Torch.start(1);
    try (NDManager manager = Torch.cpu();
        TorchScript script = TorchScript.load(manager, "decoder.py")) {
      NDArray x = manager.create(new float[] {0.3f, -2, 5});
      x.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        NDArray cast = RecordedCast.toFloat32(RecordedCast.toBfloat16(script, manager, x));
        collector.backward(cast.mul(manager.create(new float[] {2, 0.5f, -1})).sum());
      }
      assertThat(x.getGradient().toFloatArray()).containsExactly(2, 0.5f, -1);
    }
  }
}
