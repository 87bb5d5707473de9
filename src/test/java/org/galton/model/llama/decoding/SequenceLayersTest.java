package org.galton.model.llama.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.galton.model.ComputeType;
import org.galton.model.Fuzz;
import org.galton.model.LayerStates;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.Family;
import org.galton.model.llama.weights.LlamaWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SequenceLayersTest {
  static List<Family> family() {
    return Family.all();
  }

  @ParameterizedTest
  @MethodSource("family")
  void theLensAtTheLastLayerIsTheDistributionOfThePlainDecoder(Family member) {
    try (RandomModel random = member.random(8);
        LayerStates states = layers(random)) {
      int[] ids = ids(random, Math.min(18, random.config.maxPositions()));
      int[] all = IntStream.range(0, random.config.vocabulary()).toArray();
      float[][][] lens = states.lens(ids, 2, all, Fuzz.NONE);
      assertThat(lens).hasDimensions(random.config.layers() + 1, 2);
      PlainDecoder plain = new PlainDecoder(random.config, random.tensors);
      for (int back = 0; back < 2; back++) {
        double[] logits =
            plain.logits(Arrays.stream(ids).limit(ids.length - 1 + back).asLongStream().toArray());
        double total = Math.log(Arrays.stream(logits).map(Math::exp).sum());
        for (int token : all) {
          // float32 rounding through a few dozen accumulations.
          assertThat((double) lens[states.layers()][back][token])
              .isCloseTo(logits[token] - total, within(1e-4));
        }
      }
      for (float[][] layer : lens) {
        assertThat(IntStream.of(all).mapToDouble(i -> Math.exp(layer[1][i])).sum())
            .isCloseTo(1, within(1e-4));
      }
    }
  }

  /** Plain and packed weights: what is drawn from is what the lens shows, bit for bit. */
  @ParameterizedTest
  @EnumSource(ComputeType.class)
  void theLensIsThatOfTheWeightsInUse(ComputeType type) {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 5);
        NDManager scratch = random.manager.newSubManager()) {
      LlamaWeights weights =
          type == ComputeType.INT8
              ? random.weights(ComputeType.BFLOAT16).packed(type)
              : random.weights(type);
      long[] tokens = {3, 1, 4, 1, 5, 9, 2, 6};
      int[] ids = Arrays.stream(tokens).mapToInt(Math::toIntExact).toArray();
      int[] all = IntStream.range(0, random.config.vocabulary()).toArray();
      try (DecoderScript script = new DecoderScript(random.manager, weights);
          LayerStates states = new SequenceLayers(random.manager, weights, random.tokenizer)) {
        float[] expected = script.lens(scratch, script.hidden(scratch, tokens)).toFloatArray();
        float[][] found = states.lens(ids, ids.length, all, Fuzz.NONE)[states.layers()];
        int width = all.length;
        for (int row = 0; row < ids.length; row++) {
          assertThat(found[row])
              .containsExactly(
                  Arrays.copyOfRange(expected, row * width, (row + 1) * width), within(1e-6f));
        }
      }
    }
  }

  @Test
  void noNoiseIsNoFuzzAndNoiseIsThatOfItsSeed() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 5);
        LayerStates states = layers(random)) {
      int[] ids = ids(random, 12);
      float[][][] plain = states.residuals(ids, 3, Fuzz.NONE);
      assertThat(states.residuals(ids, 3, new Fuzz(2, 0, 9))).isDeepEqualTo(plain);
      float[][][] one = states.residuals(ids, 3, new Fuzz(2, 0.5, 9));
      assertThat(states.residuals(ids, 3, new Fuzz(2, 0.5, 9))).isDeepEqualTo(one);
      assertThat(states.residuals(ids, 3, new Fuzz(2, 0.5, 10))[2][0]).isNotEqualTo(one[2][0]);
      // Before the noise nothing changes, and what it adds is as long as it says.
      assertThat(one[1]).isDeepEqualTo(plain[1]);
      double added = 0;
      double there = 0;
      for (int row = 0; row < 3; row++) {
        for (int i = 0; i < plain[2][row].length; i++) {
          added += Math.pow(one[2][row][i] - plain[2][row][i], 2);
          there += Math.pow(plain[2][row][i], 2);
        }
      }
      // 96 squares of normal numbers: their mean is within 0.5 of 1.
      assertThat(Math.sqrt(added / there)).isBetween(0.35, 0.65);
    }
  }

  @Test
  void cosinesAreThoseOfTheEmbeddings() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 5);
        LayerStates states = layers(random)) {
      int[] ids = ids(random, 6);
      float[][][] cosines = states.cosines(ids, 1, new int[] {ids[5], 7}, Fuzz.NONE);
      assertThat(cosines[0][0][0]).isCloseTo(1, within(1e-5f));
      float[] last = states.residuals(ids, 1, Fuzz.NONE)[3][0];
      float[] seven = states.residuals(new int[] {7}, 1, Fuzz.NONE)[0][0];
      assertThat(cosines[3][0][1]).isCloseTo(cosine(last, seven), within(1e-5f));
    }
  }

  private static float cosine(float[] one, float[] other) {
    double dot = 0;
    double own = 0;
    double its = 0;
    for (int i = 0; i < one.length; i++) {
      dot += (double) one[i] * other[i];
      own += (double) one[i] * one[i];
      its += (double) other[i] * other[i];
    }
    return (float) (dot / Math.sqrt(own * its));
  }

  @Test
  void whatTheModelDoesNotHaveIsRefused() {
    LlamaConfig config = RandomModel.GROUPED;
    try (RandomModel random = new RandomModel(config, 5);
        LayerStates states = layers(random)) {
      assertThatThrownBy(() -> states.residuals(new int[] {1, 2}, 1, new Fuzz(4, 1, 1)))
          .hasMessage("Cannot add noise after layer 4: the model has layers 1 to 3");
      assertThatThrownBy(() -> states.residuals(new int[] {1, 2}, 3, Fuzz.NONE))
          .hasMessage("Cannot read 3 tokens at the end of 2: expected 1 to 2");
      assertThatThrownBy(() -> states.residuals(new int[97], 1, Fuzz.NONE))
          .hasMessage(
              "Cannot read the layers of 97 tokens: expected 1 to the 96 of the model's context");
    }
  }

  private static LayerStates layers(RandomModel random) {
    Torch.start(1);
    return new SequenceLayers(random.manager, random.weights, random.tokenizer);
  }

  private static int[] ids(RandomModel random, int length) {
    return new Random(4).ints(length, 0, random.config.vocabulary()).toArray();
  }
}
