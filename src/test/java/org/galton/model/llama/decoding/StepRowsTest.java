package org.galton.model.llama.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.galton.model.Completion;
import org.galton.model.ComputeType;
import org.galton.model.Processor;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.LlamaWeights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepRowsTest {
  private static final int SLOTS = 64;

  @BeforeAll
  static void start() {
    Torch.start(1);
  }

  @ParameterizedTest
  @CsvSource({"FLOAT32,", "FLOAT32,FLOAT32", "BFLOAT16,BFLOAT16", "BFLOAT16,INT8"})
  void aRolloutIsDrawnAloneAsAmongOthersToTheLastBit(ComputeType type, ComputeType packed) {
    assumeTrue(
        packed == null || Processor.ofThisMachine().multiplies(packed),
        "no model is packed in this type here");
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 7);
        NDManager manager = Torch.cpu()) {
      LlamaConfig config =
          new LlamaConfig(random.config.vocabulary(), 64, 2, 4, 2, 32, 96, 256, 1e-5, 10_000, true);
      LlamaWeights plain = LlamaWeights.random(manager, config, 4, type);
      LlamaWeights weights = Optional.ofNullable(packed).map(plain::packed).orElse(plain);
      LlamaModel model =
          new LlamaModel(
              random.card(), weights, random.tokenizer, Set.of(0L), PromptCache.SHARED, SLOTS);
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < 72; i++) {
        // Three prompts, one of which most of the rollouts go on from.
        String prompt = "ab".repeat(i % 8 == 0 ? 1 : i % 8 == 1 ? 30 : 9);
        requests.add(new Request(i, prompt, Uniforms.seed(11, i)));
      }
      Map<Long, Completion> together = draw(model, requests);
      assertThat(together.values().stream().mapToInt(Completion::completionTokens).distinct())
          .as("lengths, so that few rollouts are left in the end")
          .hasSizeGreaterThan(5);
      double apart = zerosChangeNoSum(manager) ? 0 : 1e-4;
      for (int i = 0; i < requests.size(); i += 7) {
        Completion alone = draw(model, requests.subList(i, i + 1)).get((long) i);
        Completion among = together.get((long) i);
        assertThat(alone.text()).isEqualTo(among.text());
        assertThat(alone.logprobSum()).isCloseTo(among.logprobSum(), within(apart));
        assertThat(alone.entropyMean()).isCloseTo(among.entropyMean(), within(apart));
      }
    }
  }

  /**
   * Whether the engine's products add up a row alike however many zeros stand behind it, as keys of
   * longer neighbours do. Some of its libraries do not, such as MKL in its compatible mode.
   */
  private static boolean zerosChangeNoSum(NDManager manager) {
    NDArray terms = manager.randomUniform(0, 1, new Shape(512, 48));
    NDArray longer = terms.concat(manager.zeros(new Shape(512, 80)), 1);
    return Arrays.equals(
        terms.matMul(manager.ones(new Shape(48, 1))).toFloatArray(),
        longer.matMul(manager.ones(new Shape(128, 1))).toFloatArray());
  }

  private static Map<Long, Completion> draw(LlamaModel model, List<Request> requests) {
    Map<Long, Completion> drawn = new HashMap<>();
    model.generate(
        requests.iterator(),
        Sampling.untempered(80),
        outcome -> drawn.put(outcome.request().id(), (Completion) outcome));
    return drawn;
  }
}
