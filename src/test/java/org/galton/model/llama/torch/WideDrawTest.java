package org.galton.model.llama.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws from a vocabulary so wide that the slots are taken a few at a time. */
final class WideDrawTest {
  private static final int SLOTS = 40;
  private static final int VOCABULARY = 120_001;

  @ParameterizedTest
  @CsvSource({"1, 0, 1", "0, 0, 1", "0.7, 0, 0.9", "1.3, 50, 1"})
  void eachSlotDrawsAsIfAlone(double temperature, long topK, double topP) {
    Torch.start(1);
    try (NDManager manager = Torch.cpu();
        TorchScript script = TorchScript.load(manager, "decoder.py")) {
      Random random = new Random(5);
      float[] logits = new float[SLOTS * VOCABULARY];
      float[] uniforms = new float[SLOTS];
      for (int i = 0; i < logits.length; i++) {
        logits[i] = (float) (4 * random.nextGaussian());
      }
      for (int i = 0; i < SLOTS; i++) {
        uniforms[i] = random.nextFloat();
      }
      NDArray all = manager.create(logits, new Shape(SLOTS, VOCABULARY));
      NDArray shares = manager.create(uniforms, new Shape(SLOTS, 1));
      float[] together = draw(manager, script, all, shares, temperature, topK, topP);
      assertThat(together).hasSize(4 * SLOTS);
      for (int slot = 0; slot < SLOTS; slot++) {
        String rows = slot + ":" + (slot + 1);
        float[] alone =
            draw(manager, script, all.get(rows), shares.get(rows), temperature, topK, topP);
        for (int figure = 0; figure < 4; figure++) {
          assertThat(together[figure * SLOTS + slot])
              .as("figure %d of slot %d", figure, slot)
              .isEqualTo(alone[figure]);
        }
      }
    }
  }

  private static float[] draw(
      NDManager manager,
      TorchScript script,
      NDArray logits,
      NDArray uniforms,
      double temperature,
      long topK,
      double topP) {
    try (IValue scores = TorchScript.tensor(logits);
        IValue share = TorchScript.tensor(uniforms);
        IValue heat = IValue.from(temperature);
        IValue most = IValue.from(topK);
        IValue mass = IValue.from(topP);
        IValue least = IValue.from(0.0)) {
      return script
          .run(manager, "draw", scores, share, heat, most, mass, least)
          .singletonOrThrow()
          .toFloatArray();
    }
  }
}
