package org.galton.train.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reward.loss.CispoLoss;
import org.galton.reward.loss.ReinforceLoss;
import org.galton.reward.loss.TokenLoss;
import org.galton.statistics.mass.MassBalance;
import org.galton.statistics.mass.MassItem;
import org.galton.train.AdamWOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LearnerTest {
  private static final int PARTS = 60;

  @TempDir private Path folder;

  private Policy policy() throws IOException {
    Path small = SmallCheckpoint.write(folder.resolve("small"), SmallCheckpoint.TWO_LAYERS, 7);
    return Policy.open(Checkpoint.open(small.toString()), 1);
  }

  private static Learner learner(Policy policy, double temperature) {
    return new Learner(policy, options(temperature));
  }

  private static TokenScorer scorer(Policy policy, double temperature) {
    return new TokenScorer(policy, options(temperature));
  }

  private static LearnerOptions options(double temperature) {
    return new LearnerOptions(new AdamWOptions(1, 0, 0.9, 0.95), temperature, PARTS);
  }

  private static List<TokenTrace> draw(Policy policy, double temperature, Drawing drawing) {
    List<List<Request>> requests = new ArrayList<>();
    for (String prompt : List.of("2+3=", "reach 9 with 4 5\n", "7")) {
      List<Request> own = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int id = 4 * requests.size() + i;
        own.add(new Request(id, prompt, 1000 + id));
      }
      requests.add(own);
    }
    List<TokenTrace> traces = new ArrayList<>();
    policy.draw(
        requests,
        new Sampling(temperature, 0, 1, 0, 12, List.of()),
        drawing,
        rollout -> traces.add(rollout.trace().orElseThrow()));
    traces.sort(Comparator.comparing(trace -> trace.request().id()));
    return traces;
  }

  @Test
  void onPolicyEveryRatioIsOne() throws IOException {
    try (Policy policy = policy()) {
      for (double temperature : new double[] {1, 0.7}) {
        List<TokenTrace> traces = draw(policy, temperature, new Drawing(5, 1));
        List<float[]> trained = scorer(policy, temperature).logprobs(traces);
        for (int i = 0; i < traces.size(); i++) {
          float[] drawn = traces.get(i).logprobs();
          assertThat(trained.get(i)).hasSameSizeAs(drawn);
          for (int t = 0; t < drawn.length; t++) {
            assertThat(Math.exp(trained.get(i)[t] - drawn[t])).isCloseTo(1, within(1e-5));
          }
        }
      }
    }
  }

  @Test
  void temperingChangesTheLogProbabilitiesThatAreDrawnFrom() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces = draw(policy, 0.7, new Drawing(5, 1));
      List<float[]> untempered = scorer(policy, 1).logprobs(traces);
      assertThat(Math.abs(untempered.get(0)[0] - traces.get(0).logprobs()[0])).isGreaterThan(0.01f);
    }
  }

  @Test
  void howManyLoopsDrawChangesNothing() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> one = draw(policy, 1, new Drawing(5, 1));
      List<TokenTrace> two = draw(policy, 1, new Drawing(3, 2));
      for (int i = 0; i < one.size(); i++) {
        assertThat(two.get(i).tokens()).containsExactly(one.get(i).tokens());
      }
    }
  }

  /** Each loss, its derivative by tokens and the engine's by weights, against differences. */
  @Test
  void gradientOfEachLossIsThatOfCentralDifferences() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces = shifted(draw(policy, 1, new Drawing(5, 1)));
      Learner learner = learner(policy, 1);
      TokenScorer scorer = scorer(policy, 1);
      for (TokenLoss loss : TokenLoss.all()) {
        double[] advantages =
            IntStream.range(0, traces.size()).mapToDouble(i -> i % 3 == 0 ? 1.2 : -0.7).toArray();
        List<float[]> before = scorer.logprobs(traces);
        learner.gradient(
            traces,
            (i, logprobs) ->
                loss.coefficients(
                    advantages[i], doubles(logprobs), doubles(traces.get(i).logprobs())));
        for (NDArray weight : policy.weights().arrays()) {
          NDArray gradient = weight.getGradient();
          double norm = gradient.square().sum().getFloat() == 0 ? 0 : norm(gradient);
          assertThat(norm).as(loss.name()).isPositive();
          NDArray step = gradient.mul(4e-3 / norm);
          weight.addi(step);
          double up = objective(loss, advantages, traces, scorer.logprobs(traces), before);
          weight.subi(step).subi(step);
          double down = objective(loss, advantages, traces, scorer.logprobs(traces), before);
          weight.addi(step);
          // The gradient is that of the loss, which is minus the objective.
          assertThat((down - up) / 8e-3).as(loss.name()).isCloseTo(norm, within(1e-3 * norm));
          gradient.subi(gradient);
        }
      }
    }
  }

  /** What the backward pass reads again must not be memory that was given back. */
  @Test
  void gradientIsTheSameThoughGarbageIsCollectedBeforeTheBackwardPass() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces = draw(policy, 0.7, new Drawing(5, 1));
      Learner learner = learner(policy, 0.7);
      List<float[]> undisturbed = gradients(policy, learner, traces, () -> {});
      List<float[]> disturbed = gradients(policy, learner, traces, LearnerTest::reuseMemory);
      for (int i = 0; i < undisturbed.size(); i++) {
        assertThat(disturbed.get(i)).containsExactly(undisturbed.get(i));
      }
    }
  }

  private static List<float[]> gradients(
      Policy policy, Learner learner, List<TokenTrace> traces, Runnable beforeBackward) {
    learner.gradient(
        traces,
        (i, logprobs) -> {
          if (i == 0) {
            beforeBackward.run();
          }
          return ones(logprobs.length);
        });
    List<float[]> found = new ArrayList<>();
    for (NDArray weight : policy.weights().arrays()) {
      NDArray gradient = weight.getGradient();
      found.add(gradient.toFloatArray());
      gradient.subi(gradient);
    }
    return found;
  }

  /** Collects, and fills what has become free. */
  private static void reuseMemory() {
    for (int round = 0; round < 3; round++) {
      System.gc();
      List<ByteBuffer> buffers = new ArrayList<>();
      for (int i = 0; i < 4000; i++) {
        buffers.add(ByteBuffer.allocateDirect(i % 2 == 0 ? 4 : 8).put(0, (byte) 77));
      }
      buffers.forEach(buffer -> buffer.put(3, (byte) 77));
    }
  }

  private static double norm(NDArray array) {
    double squares = 0;
    for (float value : array.toFloatArray()) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  /** As if drawn from another policy, with ratios away from where a clipped loss has its kinks. */
  private static List<TokenTrace> shifted(List<TokenTrace> traces) {
    Random random = new Random(3);
    float[] shifts = {0.05f, -0.05f, 0.5f, -0.5f, 2.5f};
    return traces.stream()
        .map(
            trace -> {
              float[] logprobs = trace.logprobs().clone();
              for (int t = 0; t < logprobs.length; t++) {
                logprobs[t] -= shifts[random.nextInt(shifts.length)];
              }
              return new TokenTrace(
                  trace.request(), trace.prompt(), trace.tokens(), logprobs, trace.entropies());
            })
        .toList();
  }

  /** Through a ratio that is only a weight no gradient flows: it stays as it was. */
  private static double objective(
      TokenLoss loss,
      double[] advantages,
      List<TokenTrace> traces,
      List<float[]> now,
      List<float[]> before) {
    double sum = 0;
    for (int i = 0; i < traces.size(); i++) {
      double[] trained = doubles(now.get(i));
      double[] drawn = doubles(traces.get(i).logprobs());
      if (loss instanceof CispoLoss || loss instanceof ReinforceLoss) {
        double[] weights = loss.coefficients(advantages[i], doubles(before.get(i)), drawn);
        for (int t = 0; t < trained.length; t++) {
          sum += weights[t] * trained[t];
        }
      } else {
        sum += loss.terms(advantages[i], trained, drawn).objective();
      }
    }
    return sum;
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** The engine records for gradients in every thread but the one that loaded it. */
  @Test
  void anyThreadMayLearn() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces = draw(policy, 1, new Drawing(5, 1));
      Learner learner = learner(policy, 1);
      List<float[]> before = values(policy);
      Learned learned =
          CompletableFuture.supplyAsync(
                  () -> learner.step(traces, (i, logprobs) -> ones(logprobs.length), 0.001),
                  work -> new Thread(work, "learns").start())
              .join();
      assertThat(learned.isFinite()).isTrue();
      assertThat(values(policy).get(0)).isNotEqualTo(before.get(0));
    }
  }

  @Test
  void stepsLeaveNoArraysBehind() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces = draw(policy, 1, new Drawing(5, 1));
      Learner learner = learner(policy, 1);
      // The first one makes tables that last.
      learner.step(traces, (i, logprobs) -> ones(logprobs.length), 0.001);
      int before = policy.manager().getManagedArrays().size();
      learner.step(traces, (i, logprobs) -> ones(logprobs.length), 0.001);
      assertThat(policy.manager().getManagedArrays()).hasSize(before);
    }
  }

  private static double[] ones(int length) {
    return DoubleStream.generate(() -> 1).limit(length).toArray();
  }

  @Test
  void advantagesOfZeroLeaveEveryWeightAsItWas() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces = draw(policy, 1, new Drawing(5, 1));
      List<float[]> before = values(policy);
      String digest = policy.digest();
      Learned learned =
          learner(policy, 1).step(traces, (i, logprobs) -> new double[logprobs.length], 0.1);
      assertThat(learned.gradientNorm()).isZero();
      assertThat(policy.digest()).isEqualTo(digest);
      List<float[]> after = values(policy);
      for (int i = 0; i < before.size(); i++) {
        assertThat(after.get(i)).containsExactly(before.get(i));
      }
    }
  }

  @Test
  void gradientThatIsNotFiniteChangesNoWeight() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces = draw(policy, 1, new Drawing(5, 1));
      String digest = policy.digest();
      Learner learner = learner(policy, 1);
      Learned broken = learner.step(traces, (i, logprobs) -> new double[] {Double.NaN}, 0.1);
      assertThat(broken.isFinite()).isFalse();
      assertThat(policy.digest()).isEqualTo(digest);
      Learned next = learner.step(traces, (i, logprobs) -> new double[] {1}, 0.1);
      assertThat(next.isFinite()).isTrue();
      assertThat(policy.digest()).isNotEqualTo(digest);
    }
  }

  @Test
  void stateBringsBackWeightsMomentsAndNumbers() throws IOException {
    long[] numbers = {1, -1, Long.MAX_VALUE, Double.doubleToRawLongBits(1.0 / 3), 0};
    Path file = folder.resolve("state.safetensors");
    List<float[]> expected;
    List<TokenTrace> traces;
    try (Policy policy = policy()) {
      traces = draw(policy, 1, new Drawing(5, 1));
      Learner learner = learner(policy, 1);
      learner.step(traces, LearnerTest::upwards, 0.01);
      learner.save(file, numbers);
      learner.step(traces, LearnerTest::upwards, 0.01);
      expected = values(policy);
    }
    try (Policy policy = policy()) {
      Learner learner = learner(policy, 1);
      assertThat(learner.restore(file)).containsExactly(numbers);
      learner.step(traces, LearnerTest::upwards, 0.01);
      List<float[]> found = values(policy);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i)).containsExactly(expected.get(i));
      }
    }
  }

  private static double[] upwards(int rollout, float[] logprobs) {
    return IntStream.range(0, logprobs.length)
        .mapToDouble(t -> rollout % 2 == 0 ? 1 : -1)
        .toArray();
  }

  private static List<float[]> values(Policy policy) {
    return policy.weights().arrays().stream().map(NDArray::toFloatArray).toList();
  }

  @Test
  void writtenCheckpointHasTheDigestThatThePolicySaid() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces = draw(policy, 1, new Drawing(5, 1));
      learner(policy, 1).step(traces, LearnerTest::upwards, 0.01);
      Path written = folder.resolve("written");
      policy.write(written, "{\"step\": 3, \"flops\": 12}".getBytes(StandardCharsets.UTF_8));
      Checkpoint checkpoint = Checkpoint.open(written.toString());
      assertThat(checkpoint.card().digest()).isEqualTo(policy.digest());
      assertThat(checkpoint.card().step()).hasValue(3);
      assertThat(checkpoint.card().trainingFlops()).hasValue(12);
      try (Policy again = Policy.open(checkpoint, 1)) {
        List<float[]> found = values(again);
        List<float[]> expected = values(policy);
        for (int i = 0; i < found.size(); i++) {
          assertThat(found.get(i)).containsExactly(expected.get(i));
        }
      }
    }
  }

  /**
   * One exact step of REINFORCE on a bandit of five arms. With a head of zeros no other weight has
   * a gradient, and after a norm with gains of one the logits move by the squared width times what
   * the formula says of logits.
   */
  @Test
  void oneStepOnABanditMovesTheRightMassAsTheBalanceSays() throws IOException {
    int width = 8;
    LlamaConfig arms = new LlamaConfig(5, width, 1, 2, 2, 4, 8, 8, 1e-12, 10_000, false);
    Path bandit = SmallCheckpoint.write(folder.resolve("bandit"), arms, 1, fiveTokens());
    double[] rewards = {1, 0, -1, -1, 0};
    double stepSize = 0.02;
    int rollouts = 4;
    List<MassItem> items =
        IntStream.range(0, 5)
            .mapToObj(arm -> new MassItem(0.2, arm < 2, rewards[arm] != 0))
            .toList();
    try (Policy policy = Policy.open(Checkpoint.open(bandit.toString()), 1)) {
      Learner learner = learner(policy, 1);
      TokenScorer scorer = scorer(policy, 1);
      List<TokenTrace> all =
          IntStream.range(0, 5)
              .mapToObj(
                  arm ->
                      new TokenTrace(
                          new Request(arm, "a", 0),
                          new long[] {1},
                          new long[] {arm},
                          new float[] {(float) Math.log(0.2)},
                          new float[1]))
              .toList();
      assertThat(rightMass(scorer, all)).isCloseTo(0.4, within(1e-6));
      learner.gradient(
          all, (arm, logprobs) -> new double[] {Math.exp(logprobs[0]) * rewards[arm] / rollouts});
      NDArray head = policy.weights().head();
      head.subi(head.getGradient().mul(stepSize / width));

      double predicted = new MassBalance(1, -1, stepSize, rollouts).change(items).total();
      assertThat(rightMass(scorer, all) - 0.4)
          .isCloseTo(predicted, within(0.02 * Math.abs(predicted)));
    }
  }

  private static double rightMass(TokenScorer scorer, List<TokenTrace> arms) {
    List<float[]> logprobs = scorer.logprobs(arms);
    return Math.exp(logprobs.get(0)[0]) + Math.exp(logprobs.get(1)[0]);
  }

  private static String fiveTokens() {
    return """
    {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
     "normalizer": null, "pre_tokenizer": null, "post_processor": null,
     "decoder": {"type": "Fuse"},
     "model": {"type": "BPE", "dropout": null, "unk_token": null, "fuse_unk": false,
       "byte_fallback": false, "ignore_merges": false,
       "vocab": {"a": 0, "b": 1, "c": 2, "d": 3, "e": 4}, "merges": []}}
    """;
  }
}
