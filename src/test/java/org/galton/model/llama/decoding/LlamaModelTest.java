package org.galton.model.llama.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.galton.model.Completion;
import org.galton.model.ComputeType;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.llama.Placement;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.Family;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LlamaModelTest {
  private static final Sampling GREEDY = new Sampling(0, 0, 1, 0, 64, List.of());

  static List<Family> family() {
    return Family.all();
  }

  @ParameterizedTest
  @MethodSource("family")
  void logitsOfEveryTokenAgreeWithThePlainDecoder(Family member) {
    try (RandomModel random = member.random(5);
        DecoderScript script = new DecoderScript(random.manager, random.weights);
        NDManager scratch = random.manager.newSubManager()) {
      PlainDecoder plain = new PlainDecoder(random.config, random.tensors);
      long[] tokens = new Random(3).longs(60, 0, random.config.vocabulary()).toArray();
      // float32 rounding through a few dozen accumulations.
      assertClose(last(script.logits(scratch, tokens)), plain.logits(tokens), 1e-4);
    }
  }

  @ParameterizedTest
  @MethodSource("family")
  void greedyContinuationsAgreeWithThePlainDecoderTokenForToken(Family member) {
    try (RandomModel random = member.random(6);
        LlamaModel model = random.model(3)) {
      PlainDecoder plain = new PlainDecoder(random.config, random.tensors);
      for (String prompt : List.of("a", "12+34=?\n", "reach 70 with 1 2 4 8 9\n")) {
        Completion completion = only(model, prompt, GREEDY);
        int promptTokens = random.tokenizer.encode(prompt).length;
        long[] guess =
            Stream.of(prompt, completion.text())
                .flatMapToLong(text -> Arrays.stream(random.tokenizer.encode(text)))
                .toArray();
        long[] tokens = greedy(plain, guess, promptTokens, completion.completionTokens());
        long[] drawn = Arrays.copyOfRange(tokens, promptTokens, tokens.length);
        List<double[]> logits = plain.logits(tokens, promptTokens);
        double logprobSum = 0;
        for (int i = 0; i < drawn.length; i++) {
          logprobSum += logits.get(i)[(int) drawn[i]] - logSumExp(logits.get(i));
        }
        assertThat(completion.text()).isEqualTo(random.tokenizer.decode(drawn));
        assertThat(completion.logprobSum()).isCloseTo(logprobSum, within(1e-3));
        assertThat(completion.promptTokens()).isEqualTo(promptTokens);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("family")
  void halfPrecisionAgreesWithThePlainDecoderToItsOwnRounding(Family member) {
    // A bfloat16 keeps 8 bits and a float16 11: their roundings are 2^16 and 2^13 times float32's.
    Map<ComputeType, Double> tolerances =
        Map.of(ComputeType.BFLOAT16, 0.1, ComputeType.FLOAT16, 0.02);
    try (RandomModel random = member.random(5)) {
      long[] tokens = new Random(3).longs(60, 0, random.config.vocabulary()).toArray();
      double[] plain = new PlainDecoder(random.config, random.tensors).logits(tokens);
      tolerances.forEach(
          (type, tolerance) -> {
            try (LlamaWeights half = random.weights(type);
                DecoderScript script = new DecoderScript(random.manager, half);
                NDManager scratch = random.manager.newSubManager();
                LlamaModel model =
                    random.model(half, CacheBudget.of(random.manager.getDevice()), 3)) {
              assertClose(last(script.logits(scratch, tokens)), plain, tolerance);
              Completion drawn = only(model, "12+34=?\n", GREEDY);
              assertThat(drawn.completionTokens()).isPositive();
            }
          });
    }
  }

  @Tag("whole")
  @Test
  void sharedAndCopiedPromptsGiveTheSameCompletions() {
    for (Family member : family()) {
      try (RandomModel random = member.random(7)) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
          requests.add(new Request(i, "prompt".repeat(1 + i / 5), Uniforms.seed(11, i)));
        }
        Map<Long, Outcome> shared = draw(random, 7, requests, Sampling.untempered(40));
        Map<Long, Outcome> copied = new HashMap<>();
        try (LlamaModel model = random.copying(5)) {
          model.generate(
              requests.iterator(),
              Sampling.untempered(40),
              outcome -> copied.put(outcome.request().id(), outcome));
        }
        assertThat(texts(copied)).as(member.name()).isEqualTo(texts(shared));
      }
    }
  }

  @Test
  void whenMemoryIsShortTheBatchIsHalvedAndNothingIsLost() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 7)) {
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        requests.add(new Request(i, "prompt" + i / 10, Uniforms.seed(11, i)));
      }
      Map<Long, Outcome> whole = draw(random, 32, requests, Sampling.untempered(60));
      // A token takes 2 arrays · 3 blocks · 2 heads · 8 numbers · 4 bytes = 384 bytes a slot; there
      // is
      // room for 5 slots of 64 tokens, so the batch goes from 32 to 4.
      CacheBudget budget = new CacheBudget(5 * 64 * 384);
      Map<Long, Outcome> halved = new HashMap<>();
      try (LlamaModel model = random.model(random.weights, budget, 32)) {
        model.generate(
            requests.iterator(),
            Sampling.untempered(60),
            outcome -> assertThat(halved.put(outcome.request().id(), outcome)).isNull());
      }
      assertThat(texts(halved)).isEqualTo(texts(whole)).hasSize(50);
    }
  }

  @Test
  void outputThatIsNotANumberFailsItsOwnRolloutOnly() {
    try (RandomModel random = new RandomModel(RandomModel.UNTIED, 7)) {
      long broken = random.tokenizer.encode("9")[0];
      random.weights.embedding().set(new NDIndex(broken), Float.NaN);
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        requests.add(new Request(i, i % 3 == 0 ? "129" : "12", Uniforms.seed(1, i)));
      }
      Map<Long, Outcome> outcomes = draw(random, 2, requests, Sampling.untempered(3));
      assertThat(outcomes).hasSize(12);
      assertThat(((GenerationFailure) outcomes.get(0L)).reason())
          .isEqualTo(
              "Cannot continue: the model's output is not a number in float32; set"
                  + " decoding.compute to float32");
      // The same slots then draw what they draw in a model that is whole.
      try (RandomModel whole = new RandomModel(RandomModel.UNTIED, 7)) {
        draw(whole, 2, requests, Sampling.untempered(3))
            .forEach(
                (id, outcome) -> {
                  if (id % 3 != 0) {
                    assertThat(((Completion) outcomes.get(id)).text())
                        .isEqualTo(((Completion) outcome).text());
                  }
                });
      }
    }
  }

  @Test
  void aCompletionDoesNotDependOnItsNeighboursOrTheNumberOfSlots() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 7)) {
      Sampling sampling = Sampling.untempered(40);
      List<Request> requests = new ArrayList<>();
      for (int prompt = 0; prompt < 6; prompt++) {
        for (int i = 0; i < 9; i++) {
          long id = prompt * 9L + i;
          requests.add(new Request(id, "x".repeat(1 + 7 * prompt), Uniforms.seed(11, id)));
        }
      }
      Map<Long, Outcome> together = draw(random, 16, requests, sampling);
      List<Request> shuffled = new ArrayList<>(requests);
      java.util.Collections.shuffle(shuffled, new Random(1));
      Map<Long, Outcome> apart = draw(random, 5, shuffled, sampling);
      Map<Long, Outcome> alone = draw(random, 1, requests, sampling);
      assertThat(together).hasSize(requests.size());
      for (Request request : requests) {
        Completion completion = (Completion) together.get(request.id());
        for (Map<Long, Outcome> other : List.of(apart, alone)) {
          Completion same = (Completion) other.get(request.id());
          assertThat(same.text()).isEqualTo(completion.text());
          assertThat(same.completionTokens()).isEqualTo(completion.completionTokens());
          assertThat(same.logprobSum()).isCloseTo(completion.logprobSum(), within(1e-3));
        }
      }
    }
  }

  @Test
  void tokensAreDrawnFromTheModelsDistribution() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 8)) {
      double[] logits =
          new PlainDecoder(random.config, random.tensors).logits(random.tokenizer.encode("ab"));
      double norm = logSumExp(logits);
      int draws = 4000;
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < draws; i++) {
        requests.add(new Request(i, "ab", Uniforms.seed(5, i)));
      }
      Map<String, Integer> counts = new HashMap<>();
      draw(random, 64, requests, Sampling.untempered(1))
          .values()
          .forEach(outcome -> counts.merge(((Completion) outcome).text(), 1, Integer::sum));
      double chiSquare = 0;
      int cells = 0;
      for (int id = 2; id < logits.length; id++) {
        double expected = draws * Math.exp(logits[id] - norm);
        if (expected >= 5) {
          double observed = counts.getOrDefault(random.tokenizer.decode(new long[] {id}), 0);
          chiSquare += (observed - expected) * (observed - expected) / expected;
          cells++;
        }
      }
      // A chi-square variable has mean cells and variance 2 cells; five deviations are far in its
      // tail.
      assertThat(cells).isGreaterThan(10);
      assertThat(chiSquare).isLessThan(cells + 5 * Math.sqrt(2.0 * cells));
    }
  }

  @Test
  void filtersKeepTheLikeliestTokens() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 9)) {
      double[] logits =
          new PlainDecoder(random.config, random.tensors).logits(random.tokenizer.encode("q"));
      Integer[] order = new Integer[logits.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(logits[b], logits[a]));
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        requests.add(new Request(i, "q", Uniforms.seed(3, i)));
      }
      List<String> topThree =
          Arrays.stream(order)
              .limit(3)
              .map(id -> random.tokenizer.decode(new long[] {id}))
              .toList();
      double massOfTwo =
          Math.exp(logits[order[0]] - logSumExp(logits))
              + Math.exp(logits[order[1]] - logSumExp(logits));
      double ratio = Math.exp(logits[order[2]] - logits[order[0]]);
      Map<Sampling, List<String>> kept =
          Map.of(
              new Sampling(1, 3, 1, 0, 1, List.of()), topThree,
              // Just above the mass of two: the third is needed to reach it.
              new Sampling(1, 0, massOfTwo + 1e-4, 0, 1, List.of()), topThree,
              new Sampling(1, 0, 1, ratio * 0.999, 1, List.of()), topThree);
      kept.forEach(
          (sampling, expected) ->
              assertThat(
                      draw(random, 32, requests, sampling).values().stream()
                          .map(outcome -> ((Completion) outcome).text())
                          .distinct())
                  .containsExactlyInAnyOrderElementsOf(expected));
    }
  }

  @Test
  void logprobsAreOfTheDistributionThatWasDrawnFrom() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 9);
        LlamaModel model = random.model(32)) {
      double[] logits =
          new PlainDecoder(random.config, random.tensors).logits(random.tokenizer.encode("q"));
      double[] cooled = Arrays.stream(logits).map(value -> value / 0.7).toArray();
      double[] sorted = Arrays.stream(cooled).sorted().toArray();
      double[] topThree = Arrays.copyOfRange(sorted, sorted.length - 3, sorted.length);
      double massOfTwo =
          Math.exp(topThree[1] - logSumExp(cooled)) + Math.exp(topThree[2] - logSumExp(cooled));
      double ratio = Math.exp(topThree[0] - topThree[2]);
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        requests.add(new Request(i, "q", Uniforms.seed(3, i)));
      }
      Map<Sampling, Double> norms =
          Map.of(
              new Sampling(0.7, 0, 1, 0, 1, List.of()), logSumExp(cooled),
              new Sampling(0.7, 3, 1, 0, 1, List.of()), logSumExp(topThree),
              new Sampling(0.7, 0, massOfTwo + 1e-4, 0, 1, List.of()), logSumExp(topThree),
              new Sampling(0.7, 0, 1, ratio * 0.999, 1, List.of()), logSumExp(topThree));
      norms.forEach(
          (sampling, norm) -> {
            List<TokenTrace> traces = new ArrayList<>();
            model.generate(requests.iterator(), sampling, outcome -> {}, traces::add);
            assertThat(traces)
                .hasSize(60)
                .allSatisfy(
                    trace ->
                        assertThat((double) trace.logprobs()[0])
                            .isCloseTo(cooled[(int) trace.tokens()[0]] - norm, within(1e-4)));
          });
      List<TokenTrace> greedy = new ArrayList<>();
      model.generate(requests.subList(0, 1).iterator(), GREEDY, outcome -> {}, greedy::add);
      assertThat((double) greedy.get(0).logprobs()[0])
          .as("nothing is drawn: of the model's own distribution")
          .isCloseTo(logits[largest(logits)] - logSumExp(logits), within(1e-4));
    }
  }

  @Test
  void aStopStringEndsACompletionAndIsCutFromIt() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 10);
        LlamaModel model = random.model(2)) {
      String whole = only(model, "stop", GREEDY).text();
      String stop = whole.substring(3, 5);
      Completion cut = only(model, "stop", new Sampling(0, 0, 1, 0, 64, List.of(stop)));
      assertThat(cut.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
      assertThat(cut.finish()).isEqualTo(Completion.Finish.STOP);
    }
  }

  @Test
  void aPromptThatFillsTheContextIsAFailureAndTheOthersGoOn() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 11)) {
      List<Request> requests =
          List.of(new Request(0, "y".repeat(96), 1), new Request(1, "y".repeat(90), 1));
      Map<Long, Outcome> outcomes = draw(random, 2, requests, Sampling.untempered(64));
      assertThat(((GenerationFailure) outcomes.get(0L)).reason())
          .isEqualTo("Cannot continue a prompt of 96 tokens: the model's context is 96");
      assertThat(((Completion) outcomes.get(1L)).completionTokens()).isBetween(1, 6);
    }
  }

  @Tag("slow")
  @Test
  void aHundredThousandTokensTakeNoMoreMemoryThanAFew() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "needs Linux");
    // A heap that is touched from the start does not grow: what does is native.
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                LongDecode.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    // 390 steps a round: a small array forgotten in each would take a few hundred kB.
    assertThat(Long.parseLong(printed.strip())).isLessThan(256L << 10);
  }

  @Tag("whole")
  @Test
  void manyCallersFeedOneBatchAndEachGetsItsOwn() throws Exception {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 13)) {
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        requests.add(new Request(i, "prompt" + i / 15, Uniforms.seed(11, i)));
      }
      Map<Long, String> alone = texts(draw(random, 8, requests, Sampling.untempered(40)));
      Map<Long, String> greedy = texts(draw(random, 8, requests, GREEDY));
      try (SharedBatch batch = new SharedBatch(random.model(8), 2)) {
        batch.join();
        batch.join();
        batch.join();
        List<Callable<Map<Long, String>>> callers = new ArrayList<>();
        for (int caller = 0; caller < 6; caller++) {
          Sampling sampling = caller < 4 ? Sampling.untempered(40) : GREEDY;
          callers.add(
              () -> {
                Map<Long, Outcome> outcomes = new HashMap<>();
                batch.generate(
                    requests.iterator(),
                    sampling,
                    outcome -> assertThat(outcomes.put(outcome.request().id(), outcome)).isNull());
                return texts(outcomes);
              });
        }
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        List<Future<Map<Long, String>>> answers = threads.invokeAll(callers);
        for (int caller = 0; caller < 6; caller++) {
          assertThat(answers.get(caller).get()).isEqualTo(caller < 4 ? alone : greedy);
        }
        threads.shutdown();
      }
    }
  }

  @Test
  void threadsInsideOneLoopChangeNothing() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 13);
        SharedBatch batch = SharedBatch.ofOneLoop(random.model(8))) {
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        requests.add(new Request(i, "prompt" + i / 5, Uniforms.seed(11, i)));
      }
      batch.join();
      batch.join();
      Map<Long, Outcome> outcomes = new HashMap<>();
      batch.generate(
          requests.iterator(),
          Sampling.untempered(40),
          outcome -> outcomes.put(outcome.request().id(), outcome));
      assertThat(texts(outcomes))
          .isEqualTo(texts(draw(random, 8, requests, Sampling.untempered(40))));
    }
  }

  @Test
  void whatBreaksABatchReachesEveryCaller() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 13);
        SharedBatch batch = new SharedBatch(random.model(8), 1)) {
      batch.join();
      Iterator<Request> broken =
          Stream.of(1, 0).map(i -> new Request(1 / i, "prompt", 1)).iterator();
      assertThatThrownBy(() -> batch.generate(broken, GREEDY, outcome -> {}))
          .hasMessageStartingWith("Cannot go on drawing: java.lang.ArithmeticException");
      List<Outcome> outcomes = new ArrayList<>();
      batch.generate(List.of(new Request(0, "prompt", 1)).iterator(), GREEDY, outcomes::add);
      assertThat(outcomes).hasSize(1);
    }
  }

  @Test
  void aGpuThatIsNotThereIsRefused() {
    Torch.start(1);
    assumeTrue(Engine.getEngine("PyTorch").getGpuCount() == 0, "needs a machine without GPU");
    assertThatThrownBy(
            () ->
                SharedCheckpoints.open(
                    "builtin:abacus", new Placement("gpu:0", ComputeType.BFLOAT16), 8))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot decode on gpu:0: the PyTorch engine sees 0 GPUs; give it its CUDA libraries in"
                + " place of those for the CPU, or set decoding.device to cpu");
  }

  /**
   * A prompt and its greedy continuation. Of a guess all positions are computed at once; the first
   * that is not the likeliest is put right, until each follows from those before it.
   */
  private static long[] greedy(PlainDecoder plain, long[] guess, int promptTokens, int drawn) {
    long[] tokens = Arrays.copyOf(guess, promptTokens + drawn);
    for (int right = promptTokens; right < tokens.length; ) {
      List<double[]> logits = plain.logits(tokens, promptTokens);
      while (right < tokens.length && tokens[right] == largest(logits.get(right - promptTokens))) {
        right++;
      }
      if (right < tokens.length) {
        // A token without a text of its own is missing from the guess.
        System.arraycopy(tokens, right, tokens, right + 1, tokens.length - right - 1);
        tokens[right] = largest(logits.get(right - promptTokens));
        right++;
      }
    }
    return tokens;
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private static Completion only(LlamaModel model, String prompt, Sampling sampling) {
    List<Outcome> outcomes = new ArrayList<>();
    model.generate(List.of(new Request(0, prompt, 42)).iterator(), sampling, outcomes::add);
    return (Completion) outcomes.get(0);
  }

  private static Map<Long, Outcome> draw(
      RandomModel random, int slots, List<Request> requests, Sampling sampling) {
    Map<Long, Outcome> outcomes = new HashMap<>();
    try (LlamaModel model = random.model(slots)) {
      model.generate(
          requests.iterator(),
          sampling,
          outcome -> assertThat(outcomes.put(outcome.request().id(), outcome)).isNull());
    }
    return outcomes;
  }

  private static Map<Long, String> texts(Map<Long, Outcome> outcomes) {
    Map<Long, String> texts = new HashMap<>();
    outcomes.forEach((id, outcome) -> texts.put(id, ((Completion) outcome).text()));
    return texts;
  }

  private static float[] last(NDArray logits) {
    return logits.get("-1").toFloatArray();
  }

  private static void assertClose(float[] found, double[] expected, double relative) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) found[i]).isCloseTo(expected[i], within(relative * largest));
    }
  }

  private static double logSumExp(double[] values) {
    double most = Arrays.stream(values).max().orElseThrow();
    return most + Math.log(Arrays.stream(values).map(v -> Math.exp(v - most)).sum());
  }
}
