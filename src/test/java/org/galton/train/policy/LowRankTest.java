package org.galton.train.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.model.llama.weights.ProjectionRows;
import org.galton.train.AdamWOptions;
import org.galton.train.GradientRecord;
import org.galton.train.HeldGradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LowRankTest {
  private static final LearnerOptions OPTIONS =
      new LearnerOptions(new AdamWOptions(1, 0, 0.9, 0.95), 1, 100);

  /** Large enough that the rounding of float32 stays below a thousandth of a difference. */
  private static final double STEP = 2e-2;

  private static final LowRank QUERIES_AND_DOWN = new LowRank(2, 6, List.of("q_proj", "down_proj"));

  @TempDir private Path folder;

  private Policy policy() throws IOException {
    Path small = SmallCheckpoint.write(folder.resolve("small"), SmallCheckpoint.TWO_LAYERS, 7);
    return Policy.open(Checkpoint.open(small.toString()), 1);
  }

  private static List<TokenTrace> draw(Policy policy) {
    List<Request> requests =
        IntStream.range(0, 4).mapToObj(i -> new Request(i, "2+3=", 1000 + i)).toList();
    List<TokenTrace> traces = new ArrayList<>();
    policy.draw(
        List.of(requests),
        new Sampling(1, 0, 1, 0, 12, List.of()),
        new Drawing(4, 1),
        rollout -> traces.add(rollout.trace().orElseThrow()));
    return traces;
  }

  private static double[] upwards(int rollout, float[] logprobs) {
    return DoubleStream.generate(() -> 1).limit(logprobs.length).toArray();
  }

  private static double objective(Policy policy, List<TokenTrace> traces) {
    double sum = 0;
    for (float[] logprobs : new TokenScorer(policy, OPTIONS).logprobs(traces)) {
      for (float logprob : logprobs) {
        sum += logprob;
      }
    }
    return sum;
  }

  @Test
  void derivativesByFactorsAreThoseOfCentralDifferences() throws IOException {
    try (Policy policy = policy();
        NDManager scratch = policy.manager().newSubManager()) {
      LowRankFactors factors =
          new LowRankFactors(policy.manager(), policy.weights(), QUERIES_AND_DOWN, 5);
      GradientRecord.without(
          () -> {
            // Away from the zeros that B begins with, where the derivative by A vanishes.
            factors
                .parameters()
                .forEach(one -> one.addi(one.getManager().ones(one.getShape()).mul(0.02f)));
            factors.settle();
          });
      List<TokenTrace> traces = draw(policy);
      new Learner(policy, OPTIONS).gradient(traces, LowRankTest::upwards);
      GradientRecord.without(
          () -> {
            List<NDArray> byFactors =
                factors.gradients(HeldGradient.arrays(scratch, policy.weights().arrays()));
            for (int i = 0; i < byFactors.size(); i++) {
              NDArray gradient = byFactors.get(i);
              double norm = Math.sqrt(gradient.square().sum().getFloat());
              assertThat(norm).isPositive();
              NDArray step = gradient.mul(STEP / norm);
              NDArray factor = factors.parameters().get(i);
              factor.addi(step);
              factors.settle();
              double up = objective(policy, traces);
              factor.subi(step).subi(step);
              factors.settle();
              double down = objective(policy, traces);
              factor.addi(step);
              factors.settle();
              // Of the loss, minus the objective.
              assertThat((down - up) / (2 * STEP)).isCloseTo(norm, within(1e-3 * norm));
            }
          });
    }
  }

  @Test
  void changesTargetsOnlyAndByNoMoreThanTheRank() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces = draw(policy);
      List<float[]> before = values(policy);
      Learner learner = new Learner(policy, OPTIONS, new LowRank(2, 4, List.of("v_proj")), 5);
      for (int i = 0; i < 5; i++) {
        assertThat(learner.step(traces, LowRankTest::upwards, 0.05).isFinite()).isTrue();
      }
      List<ProjectionRows> targets = policy.weights().projection("v_proj");
      for (int i = 0; i < before.size(); i++) {
        NDArray array = policy.weights().arrays().get(i);
        List<ProjectionRows> here =
            targets.stream().filter(target -> target.array() == array).toList();
        assertChange(array, before.get(i), here);
      }
    }
  }

  private static void assertChange(NDArray array, float[] before, List<ProjectionRows> targets) {
    float[] after = array.toFloatArray();
    if (targets.isEmpty()) {
      assertThat(after).containsExactly(before);
      return;
    }
    ProjectionRows target = targets.get(0);
    int columns = (int) target.widthIn();
    double[][] change = new double[(int) target.rows()][columns];
    for (int i = 0; i < after.length; i++) {
      long row = i / columns - target.first();
      if (row < 0 || row >= target.rows()) {
        assertThat(after[i]).isEqualTo(before[i]);
      } else {
        change[(int) row][i % columns] = (double) after[i] - before[i];
      }
    }
    double[] singular =
        new SingularValueDecomposition(new Array2DRowRealMatrix(change)).getSingularValues();
    assertThat(singular[1]).isPositive();
    // What is left is rounding of float32 sums.
    assertThat(singular[2]).isLessThan(1e-5 * singular[0]);
  }

  @Test
  void beginsAsTheStartAndGoesOnFromItsState() throws IOException {
    Path file = folder.resolve("state.safetensors");
    List<TokenTrace> traces;
    List<float[]> expected;
    try (Policy policy = policy()) {
      String digest = policy.digest();
      traces = draw(policy);
      Learner learner = new Learner(policy, OPTIONS, QUERIES_AND_DOWN, 5);
      learner.step(traces, (i, logprobs) -> new double[logprobs.length], 0.1);
      assertThat(policy.digest()).isEqualTo(digest);
      learner.step(traces, LowRankTest::upwards, 0.05);
      learner.save(file, new long[] {42});
      learner.step(traces, LowRankTest::upwards, 0.05);
      expected = values(policy);
    }
    try (Policy policy = policy()) {
      Learner learner = new Learner(policy, OPTIONS, QUERIES_AND_DOWN, 5);
      assertThat(learner.restore(file)).containsExactly(42);
      learner.step(traces, LowRankTest::upwards, 0.05);
      List<float[]> found = values(policy);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i)).containsExactly(expected.get(i));
      }
    }
  }

  private static List<float[]> values(Policy policy) {
    return policy.weights().arrays().stream().map(NDArray::toFloatArray).toList();
  }

  @Test
  void stepsLeaveNoArraysBehind() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces = draw(policy);
      Learner learner = new Learner(policy, OPTIONS, QUERIES_AND_DOWN, 5);
      learner.step(traces, LowRankTest::upwards, 0.001);
      int before = policy.manager().getManagedArrays().size();
      learner.step(traces, LowRankTest::upwards, 0.001);
      assertThat(policy.manager().getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void whatIsNoProjectionIsRefused() {
    assertThatThrownBy(() -> new LowRank(8, 16, List.of("lm_head")))
        .hasMessageContaining("[lm_head]")
        .hasMessageContaining("some of [q_proj, k_proj");
  }
}
