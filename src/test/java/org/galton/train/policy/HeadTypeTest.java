package org.galton.train.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.decoding.HeadType;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.train.AdamWOptions;
import org.galton.train.WeightVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The type of the last matrix product, where rollouts are drawn and where they are learned from.
 */
final class HeadTypeTest {
  private static final double TEMPERATURE = 0.8;

  @TempDir private Path folder;
  private Policy policy;

  @BeforeEach
  void open() throws IOException {
    Path small = SmallCheckpoint.write(folder.resolve("small"), SmallCheckpoint.TWO_LAYERS, 7);
    policy = Policy.open(Checkpoint.open(small.toString()), 1);
  }

  @AfterEach
  void close() {
    policy.close();
  }

  private List<TokenTrace> draw(HeadType head) {
    List<List<Request>> requests = new ArrayList<>();
    for (String prompt : List.of("2+3=", "reach 9 with 4 5\n", "7")) {
      int from = 20 * requests.size();
      requests.add(
          IntStream.range(from, from + 20)
              .mapToObj(id -> new Request(id, prompt, 1000 + id))
              .toList());
    }
    List<TokenTrace> traces = new ArrayList<>();
    policy.draw(
        requests,
        new Sampling(TEMPERATURE, 0, 1, 0, 12, List.of()),
        new Drawing(8, 1, head),
        rollout -> traces.add(rollout.trace().orElseThrow()));
    traces.sort(Comparator.comparing(trace -> trace.request().id()));
    return traces;
  }

  private static LearnerOptions options(HeadType head) {
    return new LearnerOptions(new AdamWOptions(1, 0, 0.9, 0.95), TEMPERATURE, 400, head);
  }

  /** |ln ratio| of every token. */
  private double[] logRatios(HeadType drawing, HeadType learning) {
    List<TokenTrace> traces = draw(drawing);
    List<float[]> learned = new TokenScorer(policy, options(learning)).logprobs(traces);
    return IntStream.range(0, traces.size())
        .boxed()
        .flatMap(
            i ->
                IntStream.range(0, learned.get(i).length)
                    .mapToObj(t -> (double) learned.get(i)[t] - traces.get(i).logprobs()[t]))
        .mapToDouble(Math::abs)
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  @Test
  void ratiosAreOneWhereBothHeadsAreOfOneTypeAndNotWhereTheyDiffer() {
    double[] same = logRatios(HeadType.FLOAT32, HeadType.FLOAT32);
    double[] drawn = logRatios(HeadType.BFLOAT16, HeadType.FLOAT32);
    double[] learned = logRatios(HeadType.FLOAT32, HeadType.BFLOAT16);
    double[] both = logRatios(HeadType.BFLOAT16, HeadType.BFLOAT16);

    assertThat(max(same)).isLessThan(1e-5);
    for (double[] mixed : List.of(drawn, learned)) {
      assertThat(mean(mixed)).isBetween(1e-3, 0.05);
      assertThat(max(mixed)).isBetween(2.5 * mean(mixed), 0.2);
      assertThat(mean(both)).isLessThan(mean(mixed) / 10);
    }
  }

  private WeightVector gradient(List<TokenTrace> traces, HeadType head) {
    return new PolicyGradient(policy, options(head))
        .of(
            traces,
            (rollout, logprobs) -> {
              double[] coefficients = new double[logprobs.length];
              Arrays.fill(coefficients, rollout % 3 == 0 ? 0.02 : -0.01);
              return coefficients;
            });
  }

  @Test
  void gradientPassesThroughTheRoundingToEveryWeight() {
    List<TokenTrace> traces = draw(HeadType.FLOAT32);
    float[][] exact = gradient(traces, HeadType.FLOAT32).values();
    float[][] rounded = gradient(traces, HeadType.BFLOAT16).values();
    for (int array = 0; array < exact.length; array++) {
      double product = 0;
      double square = 0;
      double otherSquare = 0;
      double difference = 0;
      for (int i = 0; i < exact[array].length; i++) {
        double one = exact[array][i];
        double other = rounded[array][i];
        product += one * other;
        square += one * one;
        otherSquare += other * other;
        difference += (one - other) * (one - other);
      }
      assertThat(product / Math.sqrt(square * otherSquare)).as("cosine").isGreaterThan(0.999);
      assertThat(Math.sqrt(difference / square)).as("relative difference").isBetween(1e-4, 0.05);
    }
  }
}
