package org.galton.model.llama.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import java.util.Optional;
import org.galton.model.ComputeType;
import org.galton.model.Processor;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.LlamaWeights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PackedWeightsTest {
  @BeforeAll
  static void start() {
    Torch.start(1);
  }

  @Test
  void packedMatricesGiveTheLogitsOfPlainOnes() {
    assertThat(distance(ComputeType.FLOAT32, ComputeType.FLOAT32)).isLessThan(1e-5);
  }

  // A row's largest entry is 127 steps: rounding by half a step, of weights and of what they
  // multiply, in a few products after one another.
  @Test
  void inWholeNumbersTheyAreNear() {
    assumeTrue(Processor.ofThisMachine().multiplies(ComputeType.INT8), "int8 is refused here");
    assertThat(distance(ComputeType.BFLOAT16, ComputeType.INT8)).isLessThan(0.05);
  }

  @Test
  void inHalfTheBitsTheyAreNear() {
    assumeTrue(Processor.ofThisMachine().multiplies(ComputeType.BFLOAT16), "stays plain here");
    assertThat(distance(ComputeType.BFLOAT16, ComputeType.BFLOAT16)).isLessThan(0.02);
  }

  private static double distance(ComputeType type, ComputeType packing) {
    return distance(
        logits(type, Optional.of(packing)), logits(ComputeType.FLOAT32, Optional.empty()));
  }

  /** Of random weights; packed in a type, or plain. */
  private static float[] logits(ComputeType type, Optional<ComputeType> packing) {
    try (NDManager manager = Torch.cpu()) {
      // Blocks of 64 rows are full in all matrices but the head.
      LlamaConfig config = new LlamaConfig(100, 64, 2, 4, 2, 32, 96, 256, 1e-5, 10_000, true);
      LlamaWeights weights = LlamaWeights.random(manager, config, 4, type);
      LlamaWeights used = packing.map(weights::packed).orElse(weights);
      try (DecoderScript script = new DecoderScript(manager, used);
          NDManager scratch = manager.newSubManager()) {
        return script.logits(scratch, new long[] {3, 1, 4, 1, 5, 9, 2, 6}).toFloatArray();
      }
    }
  }

  /** Length of the difference against that of the second. */
  private static double distance(float[] found, float[] expected) {
    double apart = 0;
    double length = 0;
    for (int i = 0; i < found.length; i++) {
      apart += Math.pow(found[i] - expected[i], 2);
      length += Math.pow(expected[i], 2);
    }
    return Math.sqrt(apart / length);
  }
}
