package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.galton.console.LocalSpark;
import org.galton.job.policy.SharedRollouts;
import org.galton.model.Completion;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.decoding.HeadType;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reward.loss.ClippedLoss;
import org.galton.reward.loss.KlPenalty;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.train.WeightVector;
import org.galton.train.policy.Learned;
import org.galton.train.policy.Learner;
import org.galton.train.policy.Policy;
import org.galton.train.policy.SmallCheckpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyWorkTest {
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %s
      start: %s
      tasks: [{name: arithmetic, prompts: 12}]
      sampling: {max_tokens: 12}
      steps: 3
      prompts_per_step: 5
      weight_decay: 0.1
      machine: {threads: 1, slots: 5, batch_tokens: 200}
      """;
  private static final double RATE = 0.01;

  @TempDir private Path folder;
  private Checkpoint start;

  @BeforeEach
  void write() throws IOException {
    LocalSpark.session();
    start =
        Checkpoint.open(
            SmallCheckpoint.write(folder.resolve("small"), SmallCheckpoint.TWO_LAYERS, 7)
                .toString());
  }

  private PolicyWork work(String... overrides) {
    return workFrom(start.card().digest(), overrides);
  }

  private PolicyWork workFrom(String digest, String... overrides) {
    ReinforceSpec spec =
        ReinforceSpec.read(
            new SpecSource(
                "jobs/x.yaml",
                SPEC.formatted(folder.resolve("out"), folder.resolve("small")),
                List.of(overrides)),
            path -> {
              throw new IOException("no file is named");
            });
    return new PolicyWork(spec, Sampling.untempered(12), digest);
  }

  private static List<List<Request>> requests() {
    List<List<Request>> requests = new ArrayList<>();
    for (String prompt : List.of("2+3=", "reach 9 with 4 5\n", "7", "1+1=", "12*3=")) {
      List<Request> own = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        int id = 6 * requests.size() + i;
        own.add(new Request(id, prompt, 1000 + id));
      }
      requests.add(own);
    }
    return requests;
  }

  private static List<SharedRollouts.Placed> drawn(PolicyWork work, Policy policy) {
    return work.draw(policy, requests(), HeadType.FLOAT32, new PhaseClock()).stream()
        .sorted(Comparator.comparing(one -> one.rollout().outcome().request().id()))
        .toList();
  }

  private List<TokenTrace> traces() {
    try (Policy policy = Policy.open(start, 1);
        PolicyWork work = work()) {
      return drawn(work, policy).stream().map(one -> one.rollout().trace().orElseThrow()).toList();
    }
  }

  /** As if drawn from another policy: some tokens are clipped, some are not. */
  private static BatchObjective objective(List<TokenTrace> traces) {
    Random random = new Random(3);
    List<TokenTrace> shifted =
        traces.stream()
            .map(
                trace -> {
                  float[] logprobs = trace.logprobs().clone();
                  for (int t = 0; t < logprobs.length; t++) {
                    logprobs[t] += 0.5f * (float) random.nextGaussian();
                  }
                  return new TokenTrace(
                      trace.request(), trace.prompt(), trace.tokens(), logprobs, trace.entropies());
                })
            .toList();
    return new BatchObjective(
        ClippedLoss.dapo(),
        shifted,
        IntStream.range(0, traces.size())
            .mapToObj(
                i ->
                    DoubleStream.generate(() -> i % 3 == 0 ? 1.2 : -0.7)
                        .limit(traces.get(i).drawnTokens())
                        .toArray())
            .toArray(double[][]::new),
        IntStream.range(0, traces.size()).mapToDouble(i -> 1.0 / (20 + i)).toArray(),
        Optional.of(
            new BatchObjective.Reference(
                new KlPenalty(0.01), shifted.stream().map(TokenTrace::logprobs).toList())));
  }

  private record Step(WeightVector update, BatchObjective objective, Learned learned) {}

  private Step step(List<TokenTrace> traces, String... overrides) {
    try (Policy policy = Policy.open(start, 1);
        PolicyWork work = work(overrides)) {
      BatchObjective objective = objective(traces);
      WeightVector before = policy.values();
      Learner learner = new Learner(policy, work.options());
      Learned learned =
          work.learn(policy, learner, new StepBatch(traces, objective), RATE, new PhaseClock());
      WeightVector update = policy.values();
      for (int i = 0; i < update.values().length; i++) {
        for (int j = 0; j < update.values()[i].length; j++) {
          update.values()[i][j] -= before.values()[i][j];
        }
      }
      return new Step(update, objective, learned);
    }
  }

  private static String[] executors(int shares) {
    return new String[] {"learner.kind=executors", "learner.shares=" + shares};
  }

  @Test
  void oneShareMovesTheWeightsAsTheDriverDoesBitForBit() {
    List<TokenTrace> traces = traces();
    Step driver = step(traces);
    Step executor = step(traces, executors(1));

    assertThat(executor.update().values()).isDeepEqualTo(driver.update().values());
    assertThat(executor.learned()).isEqualTo(driver.learned());
    assertThat(executor.objective().account()).isEqualTo(driver.objective().account());
    assertThat(driver.objective().clippedLow() + driver.objective().clippedHigh()).isPositive();
  }

  @Test
  void moreSharesMoveThemTheSameWithinRounding() {
    List<TokenTrace> traces = traces();
    Step driver = step(traces);
    for (int shares : new int[] {2, 4}) {
      Step executor = step(traces, executors(shares));
      double difference = 0;
      double size = 0;
      for (int i = 0; i < driver.update().values().length; i++) {
        for (int j = 0; j < driver.update().values()[i].length; j++) {
          double expected = driver.update().values()[i][j];
          difference += Math.pow(executor.update().values()[i][j] - expected, 2);
          size += expected * expected;
        }
      }
      assertThat(Math.sqrt(difference / size)).as(shares + " shares").isBetween(1e-12, 1e-4);
      assertThat(executor.learned().gradientNorm())
          .isCloseTo(driver.learned().gradientNorm(), within(1e-5));
      assertSame(executor.objective(), driver.objective());
      assertThat(step(traces, executors(shares)).update().values())
          .as("whichever task ends first")
          .isDeepEqualTo(executor.update().values());
    }
  }

  /** Of a model whose gradient is sent in blocks, with memory that is used over and over. */
  @Test
  void stepThatIsTakenAgainHasTheSameGradient() {
    start = Checkpoint.open("builtin:abacus@517");
    List<TokenTrace> traces = traces();
    try (Policy policy = Policy.open(start, 1);
        PolicyWork work =
            work("start=builtin:abacus@517", "learner={kind: executors, shares: 4}")) {
      Set<Double> norms = new HashSet<>();
      for (int round = 0; round < 8; round++) {
        BatchObjective objective = objective(traces);
        Learner learner = new Learner(policy, work.options());
        norms.add(
            work.learn(policy, learner, new StepBatch(traces, objective), 1e-30, new PhaseClock())
                .gradientNorm());
        System.gc();
      }
      assertThat(norms).hasSize(1);
    }
  }

  private static void assertSame(BatchObjective found, BatchObjective expected) {
    assertThat(found.tokens()).isEqualTo(expected.tokens());
    assertThat(found.clippedLow()).isEqualTo(expected.clippedLow());
    assertThat(found.clippedHigh()).isEqualTo(expected.clippedHigh());
    assertThat(found.objective()).isCloseTo(expected.objective(), within(1e-5));
    assertThat(found.ratioMean()).isCloseTo(expected.ratioMean(), within(1e-5));
    assertThat(found.ratioMax()).isCloseTo(expected.ratioMax(), within(1e-4));
    assertThat(found.logRatioMean()).isCloseTo(expected.logRatioMean(), within(1e-5));
    assertThat(found.logRatioMax()).isCloseTo(expected.logRatioMax(), within(1e-5));
    assertThat(found.divergence().orElseThrow())
        .isCloseTo(expected.divergence().orElseThrow(), within(1e-5));
  }

  @Test
  void whatIsNoNumberInOneShareIsNoneInTheBatch() {
    List<TokenTrace> traces = traces();
    traces.get(13).logprobs()[2] = Float.NaN;
    assertThat(step(traces, executors(4)).objective().isFinite()).isFalse();

    // A ratio of e^100 is too large for a float32 coefficient.
    traces.get(13).logprobs()[2] = -100;
    Step infinite = step(traces, executors(4));
    assertThat(infinite.learned().isFinite()).isFalse();
    for (float[] update : infinite.update().values()) {
      assertThat(update).containsOnly(0);
    }
  }

  @Test
  void executorsDrawWhatTheDriverDraws() {
    try (Policy policy = Policy.open(start, 1)) {
      // Other weights than those that executors open.
      WeightVector moved = policy.values();
      moved.add(policy.values());
      policy.take(moved);
      List<SharedRollouts.Placed> expected;
      try (PolicyWork work = work()) {
        expected = drawn(work, policy);
      }
      for (int shares : new int[] {1, 2, 4}) {
        try (PolicyWork work = work("drawing.kind=executors", "drawing.shares=" + shares)) {
          List<SharedRollouts.Placed> found = drawn(work, policy);
          assertThat(found).hasSameSizeAs(expected);
          for (int i = 0; i < found.size(); i++) {
            TokenTrace trace = found.get(i).rollout().trace().orElseThrow();
            TokenTrace own = expected.get(i).rollout().trace().orElseThrow();
            assertThat(trace.tokens()).containsExactly(own.tokens());
            assertThat(trace.request()).isEqualTo(own.request());
            assertThat(trace.logprobs()).containsExactly(own.logprobs(), within(1e-5f));
            assertThat(((Completion) found.get(i).rollout().outcome()).text())
                .isEqualTo(((Completion) expected.get(i).rollout().outcome()).text());
            assertThat(found.get(i).device()).isEqualTo("cpu");
          }
        }
      }
    }
  }

  @Test
  void timeBeyondTheBusiestExecutorIsSparks() {
    PhaseClock clock = new PhaseClock();
    try (Policy policy = Policy.open(start, 1);
        PolicyWork work = work("drawing={kind: executors, shares: 2}")) {
      long began = System.nanoTime();
      work.draw(policy, requests(), HeadType.FLOAT32, clock);
      double whole = (System.nanoTime() - began) / 1e9;
      assertThat(clock.seconds(Phase.DRAWING)).isPositive();
      assertThat(clock.seconds(Phase.SPARK)).isPositive();
      assertThat(clock.seconds(Phase.DRAWING) + clock.seconds(Phase.SPARK))
          .isCloseTo(whole, within(0.05 * whole + 0.05));
    }
  }

  @Test
  void otherFilesOnAnExecutorAreRefused() {
    try (Policy policy = Policy.open(start, 1);
        PolicyWork work = workFrom("0123abcd", "drawing={kind: executors, shares: 2}")) {
      assertThatThrownBy(() -> work.draw(policy, requests(), HeadType.FLOAT32, new PhaseClock()))
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith("Cannot use model ")
          .hasMessageEndingWith(
              "and the training began with 0123abcd; give every machine the same files");
    }
  }

  @Test
  void oneProcessHasNoGpuForALearner() {
    List<TokenTrace> traces = traces();
    assertThatThrownBy(() -> step(traces, "learner={kind: executors, shares: 2, device: gpu}"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot learn on a GPU with the master local[2]: Spark assigns none there; give a"
                + " cluster, such as local-cluster[1,8,16384] on one machine, or set"
                + " learner.device to cpu");
  }
}
