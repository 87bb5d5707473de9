package org.galton.model.llama.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.Completion;
import org.galton.model.ComputeType;
import org.galton.model.ModelCard;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.AdapterFolder;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.adapter.Adapter;
import org.galton.model.llama.adapter.RandomAdapter;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.model.llama.weights.LowRankArrays;
import org.galton.model.llama.weights.MemoryWeights;
import org.galton.model.llama.weights.Tensor;
import org.galton.train.AdamWOptions;
import org.galton.train.policy.Drawing;
import org.galton.train.policy.Learner;
import org.galton.train.policy.LearnerOptions;
import org.galton.train.policy.LowRank;
import org.galton.train.policy.Policy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An adapter beside a trained base says what the checkpoint says that it is merged into. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdaptedDecodingTest {
  private static final String PROMPT = "reach 24 with 4 7 8\n";

  /** Of one rank and scale everywhere but where the patterns say otherwise. */
  private static final String CONFIG =
      """
      {"peft_type": "LORA", "task_type": "CAUSAL_LM", "r": 4, "lora_alpha": 6, "bias": "none",
       "target_modules": "all-linear", "use_rslora": %s,
       "rank_pattern": {"layers.0.self_attn.v_proj": 7, "down_proj": 2},
       "alpha_pattern": {"^model.layers.1.mlp.(gate|up)_proj": 3}}
      """;

  private static int rank(String module) {
    if (module.equals("model.layers.0.self_attn.v_proj")) {
      return 7;
    }
    return module.endsWith("down_proj") ? 2 : 4;
  }

  private static double alpha(String module) {
    return module.matches("model\\.layers\\.1\\.mlp\\.(gate|up)_proj") ? 3 : 6;
  }

  @TempDir private static Path folder;
  private NDManager manager;
  private Checkpoint base;
  private LlamaWeights plain;
  private RandomAdapter random;

  @BeforeAll
  void load() {
    Torch.start(1);
    manager = Torch.cpu();
    base = Checkpoint.open("builtin:abacus@1547");
    plain = LlamaWeights.read(manager, base.config(), base.weights(), ComputeType.FLOAT32);
    random = RandomAdapter.of(base.config(), AdaptedDecodingTest::rank, 11);
  }

  @AfterAll
  void close() {
    plain.close();
    manager.close();
  }

  private LlamaWeights beside(LlamaWeights weights, String name, String config) throws IOException {
    Path written = random.write(folder.resolve(name), config);
    Adapter adapter =
        AdapterFolder.open(written.toString(), base.config(), new Configuration(false));
    return weights.beside(
        LowRankArrays.read(manager, weights, adapter.targets(), adapter.weights()));
  }

  private LlamaWeights merged(ToDoubleFunction<String> scales, ComputeType type) {
    List<Tensor> tensors = random.mergedInto(plain.tensors(), scales);
    return LlamaWeights.read(manager, base.config(), new MemoryWeights("merged", tensors), type);
  }

  @Test
  void logitsAndGreedyTextsAreThoseOfTheMergedCheckpoint() throws IOException {
    LlamaWeights beside = beside(plain, "plain", CONFIG.formatted(false));
    LlamaWeights merged = merged(module -> alpha(module) / rank(module), ComputeType.FLOAT32);
    float[] expected = logits(merged);

    assertThat(logits(beside)).containsExactly(expected, within(1e-4f));
    assertThat(distance(logits(plain), expected)).as("the adapter changes much").isGreaterThan(1);
    assertThat(texts(beside)).isEqualTo(texts(merged)).isNotEqualTo(texts(plain));
  }

  @Test
  void rankStabilisedScalesDivideByTheRootOfTheRank() throws IOException {
    LlamaWeights beside = beside(plain, "rslora", CONFIG.formatted(true));
    LlamaWeights merged =
        merged(module -> alpha(module) / Math.sqrt(rank(module)), ComputeType.FLOAT32);

    assertThat(distance(logits(beside), logits(merged))).isLessThan(2e-4);
  }

  @ParameterizedTest
  @EnumSource(value = ComputeType.class, names = "FLOAT32", mode = EnumSource.Mode.EXCLUDE)
  void halfPrecisionIsNoWorseThanThatOfTheMergedCheckpoint(ComputeType type) throws IOException {
    ToDoubleFunction<String> scales = module -> alpha(module) / rank(module);
    float[] exact = logits(merged(scales, ComputeType.FLOAT32));
    LlamaWeights half = LlamaWeights.read(manager, base.config(), base.weights(), type);
    LlamaWeights beside = beside(half, "half", CONFIG.formatted(false));

    assertThat(meanDistance(logits(beside), exact))
        .isBetween(1e-4, 1.3 * meanDistance(logits(merged(scales, type)), exact));
  }

  /**
   * PEFT 0.21.0 has made and saved the adapter (its model card is left out) and computed the logits
   * with Transformers 5.18.0 and PyTorch 2.13.0, in float32 with eager attention.
   */
  @Test
  void logitsOfAnAdapterOfPeftAreThoseOfPeft() {
    String resources = "src/test/resources/org/galton/model/llama/adapter/peft";
    Adapter adapter = AdapterFolder.open(resources, base.config(), new Configuration(false));
    LlamaWeights beside =
        plain.beside(LowRankArrays.read(manager, plain, adapter.targets(), adapter.weights()));
    long[] ids = {5, 17, 60, 3, 88, 41, 29, 7, 71, 52};

    assertThat(Arrays.copyOf(last(logits(beside, ids)), 6))
        .containsExactly(
            new float[] {1.50976f, -3.09337f, 0.27783f, 1.41519f, -3.18219f, -3.16866f},
            within(3e-5f));
    assertThat(last(logits(plain, ids))[0]).isCloseTo(0.98611f, within(3e-5f));
  }

  private float[] last(float[] logits) {
    return Arrays.copyOfRange(logits, logits.length - base.config().vocabulary(), logits.length);
  }

  @Test
  void anAdapterThatALearnerWritesIsItsMergedCheckpoint() throws IOException {
    Path merged = folder.resolve("step-000003");
    LearnerOptions options = new LearnerOptions(new AdamWOptions(1, 0, 0.9, 0.95), 1, 1000);
    try (Policy policy = Policy.open(base, 1)) {
      List<TokenTrace> traces = new ArrayList<>();
      policy.draw(
          List.of(List.of(new Request(0, PROMPT, 1), new Request(1, PROMPT, 2))),
          new Sampling(1, 0, 1, 0, 12, List.of()),
          new Drawing(2, 1),
          rollout -> traces.add(rollout.trace().orElseThrow()));
      Learner learner =
          new Learner(policy, options, new LowRank(3, 7, List.of("k_proj", "up_proj")), 5);
      for (int i = 0; i < 3; i++) {
        learner.step(traces, (one, logprobs) -> ones(logprobs.length), 0.05);
      }
      policy.write(merged, "{}".getBytes(StandardCharsets.UTF_8));
      learner
          .adapter()
          .orElseThrow()
          .write(
              merged.resolve("adapter"), "base", "{\"step\": 3}".getBytes(StandardCharsets.UTF_8));
    }
    Checkpoint written = Checkpoint.open(merged.toString());
    Adapter adapter =
        AdapterFolder.open(
            merged.resolve("adapter").toString(), base.config(), new Configuration(false));
    float[] expected =
        logits(LlamaWeights.read(manager, base.config(), written.weights(), ComputeType.FLOAT32));
    LlamaWeights beside =
        plain.beside(LowRankArrays.read(manager, plain, adapter.targets(), adapter.weights()));

    assertThat(logits(beside)).containsExactly(expected, within(1e-4f));
    assertThat(distance(logits(plain), expected)).isGreaterThan(1);
    assertThat(adapter.step()).hasValue(3);
    assertThat(adapter.parameters()).isEqualTo(4 * 3 * (64 + 128 + 288 + 128));
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Each model keeps for itself what prompts share. */
  @Test
  void aBaseAndItsAdapterDrawInTurnsWhatEachDrawsAlone() throws IOException {
    LlamaWeights beside = beside(plain, "in turns", CONFIG.formatted(false));
    String head = PROMPT + "0".repeat(Prefix.BLOCK);
    try (LlamaModel base = model(plain, PromptCache.SHARED);
        LlamaModel adapted = model(beside, PromptCache.SHARED);
        LlamaModel baseAlone = model(plain, PromptCache.FORGOTTEN);
        LlamaModel adaptedAlone = model(beside, PromptCache.FORGOTTEN)) {
      for (String question : List.of("1+2=?", "3+4=?", "1+2=?")) {
        Completion ofBase = only(base, head + question);
        Completion ofAdapter = only(adapted, head + question);
        assertThat(ofBase.logprobSum()).isEqualTo(only(baseAlone, head + question).logprobSum());
        assertThat(ofAdapter.logprobSum())
            .isEqualTo(only(adaptedAlone, head + question).logprobSum())
            .isNotEqualTo(ofBase.logprobSum());
      }
      assertThat(base.promptTokens())
          .isEqualTo(adapted.promptTokens())
          .matches(tokens -> tokens.reused() >= 2 * Prefix.BLOCK);
    }
  }

  private static Completion only(LlamaModel model, String prompt) {
    List<Completion> drawn = new ArrayList<>();
    model.generate(
        List.of(new Request(0, prompt, 1)).iterator(),
        new Sampling(1, 0, 1, 0, 8, List.of()),
        outcome -> drawn.add((Completion) outcome));
    return drawn.get(0);
  }

  private LlamaModel model(LlamaWeights weights, PromptCache cache) {
    ModelCard card =
        new ModelCard("any", "0", 1, 256, OptionalLong.empty(), OptionalDouble.empty());
    return new LlamaModel(card, weights, base.tokenizer(), Set.of(0L), cache, 4);
  }

  /** After every token of a text, by the method for whole prompts. */
  private float[] logits(LlamaWeights weights) {
    return logits(weights, base.tokenizer().encode(PROMPT + "8*4=32; 32-7=25"));
  }

  private float[] logits(LlamaWeights weights, long[] ids) {
    try (NDManager scratch = manager.newSubManager();
        DecoderScript script = new DecoderScript(scratch, weights)) {
      return script.logits(scratch, ids).toFloatArray();
    }
  }

  private static double distance(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElseThrow();
  }

  private static double meanDistance(float[] a, float[] b) {
    return IntStream.range(0, a.length)
        .mapToDouble(i -> Math.abs(a[i] - b[i]))
        .average()
        .orElseThrow();
  }

  /** Greedy, token by token. */
  private List<String> texts(LlamaWeights weights) {
    List<String> texts = new ArrayList<>();
    try (LlamaModel model = model(weights, PromptCache.SHARED)) {
      List<Request> requests = List.of(new Request(0, PROMPT, 1), new Request(1, "37+58=?\n", 1));
      model.generate(
          requests.iterator(),
          new Sampling(0, 0, 1, 0, 40, List.of()),
          outcome -> texts.add(outcome.request().id() + ((Completion) outcome).text()));
    }
    return texts.stream().sorted().toList();
  }
}
