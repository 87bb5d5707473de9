package org.galton.train.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.model.Completion;
import org.galton.model.Interruption;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.train.AdamWOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterruptedDrawingTest {
  private static final String CLOSING = "\nanswer=";
  private static final int ROLLOUTS = 8;

  @TempDir private Path folder;

  private Policy policy() throws IOException {
    Path small = SmallCheckpoint.write(folder.resolve("small"), SmallCheckpoint.TWO_LAYERS, 7);
    return Policy.open(Checkpoint.open(small.toString()), 1);
  }

  private static Map<Long, TracedRollout> draw(
      Policy policy, int most, Drawing drawing, IntFunction<Interruption> interruption) {
    List<TracedRollout> drawn = new ArrayList<>();
    List<Request> requests =
        IntStream.range(0, ROLLOUTS)
            .mapToObj(
                i -> new Request(i, new ModelPrompt.Raw("2+3="), 1000 + i, interruption.apply(i)))
            .toList();
    policy.draw(List.of(requests), Sampling.untempered(most), drawing, drawn::add);
    return drawn.stream()
        .collect(Collectors.toMap(one -> one.outcome().request().id(), one -> one));
  }

  private static TokenTrace trace(TracedRollout rollout) {
    return rollout.trace().orElseThrow();
  }

  @Test
  void untilItsPlaceNothingChangesAndThenTheTextStandsThere() throws IOException {
    try (Policy policy = policy()) {
      Map<Long, TracedRollout> plain = draw(policy, 24, new Drawing(5, 1), i -> Interruption.NONE);
      Map<Long, TracedRollout> closed =
          draw(policy, 24, new Drawing(5, 1), i -> new Interruption(3 + i, CLOSING));
      int interrupted = 0;
      for (long i = 0; i < ROLLOUTS; i++) {
        TokenTrace before = trace(plain.get(i));
        TokenTrace after = trace(closed.get(i));
        int place = 3 + (int) i;
        assertThat(before.isInterrupted()).isFalse();
        assertThat(after.isInterrupted()).isEqualTo(before.tokens().length > place);
        if (!after.isInterrupted()) {
          assertThat(after.tokens()).containsExactly(before.tokens());
          continue;
        }
        interrupted++;
        assertThat(after.insertedFrom()).isEqualTo(place);
        assertThat(Arrays.copyOf(after.tokens(), place))
            .containsExactly(Arrays.copyOf(before.tokens(), place));
        assertThat(after.drawnTokens())
            .isEqualTo(after.tokens().length - after.insertedTo() + place);
        Completion completion = (Completion) closed.get(i).outcome();
        assertThat(completion.text()).contains(CLOSING);
        assertThat(completion.completionTokens()).isEqualTo(after.tokens().length);
        assertThat(completion.logprobSum())
            .as("at temperature 1 the sum over drawn tokens")
            .isCloseTo(sum(after.drawn(after.logprobs())), within(1e-3));
        assertThat(completion.entropyMean() * after.drawnTokens())
            .isCloseTo(sum(after.drawn(after.entropies())), within(1e-3));
      }
      assertThat(interrupted).isGreaterThan(3);
    }
  }

  /** The model has read the text: it gives every drawn token the probability it was drawn with. */
  @Test
  void ratiosOfDrawnTokensAreOne() throws IOException {
    try (Policy policy = policy()) {
      List<TokenTrace> traces =
          draw(policy, 24, new Drawing(3, 2), i -> new Interruption(2, CLOSING)).values().stream()
              .map(InterruptedDrawingTest::trace)
              .toList();
      List<float[]> scored =
          new TokenScorer(policy, new LearnerOptions(new AdamWOptions(1, 0, 0.9, 0.95), 1, 4096))
              .logprobs(traces);
      int behind = 0;
      for (int i = 0; i < traces.size(); i++) {
        TokenTrace trace = traces.get(i);
        float[] now = trace.drawn(scored.get(i));
        float[] then = trace.drawn(trace.logprobs());
        assertThat(now).hasSize(trace.drawnTokens());
        for (int t = 0; t < now.length; t++) {
          assertThat(Math.exp(now[t] - then[t])).isCloseTo(1, within(1e-5));
        }
        behind += now.length - trace.insertedFrom();
      }
      assertThat(behind).as("tokens drawn after the text").isGreaterThan(ROLLOUTS);
    }
  }

  @Test
  void tokenLimitMayCutTheText() throws IOException {
    try (Policy policy = policy()) {
      for (TracedRollout rollout :
          draw(policy, 5, new Drawing(5, 1), i -> new Interruption(3, CLOSING)).values()) {
        TokenTrace trace = trace(rollout);
        assertThat(trace.tokens().length).isLessThanOrEqualTo(5);
        assertThat(trace.insertedTo()).isLessThanOrEqualTo(trace.tokens().length);
        assertThat(trace.masked(new double[trace.drawnTokens()])).hasSize(trace.tokens().length);
      }
    }
  }

  @Test
  void valuesOfDrawnTokensGoToTheirPlaces() {
    Request request = new Request(0, "x", 1);
    TokenTrace trace =
        new TokenTrace(
            request, new long[] {9}, new long[] {1, 2, 3, 4, 5}, new float[5], new float[5], 1, 3);

    assertThat(trace.drawn(new float[] {1, 2, 3, 4, 5})).containsExactly(1, 4, 5);
    assertThat(trace.masked(new double[] {7, 8, 9})).containsExactly(7, 0, 0, 8, 9);
    TokenTrace whole =
        new TokenTrace(request, new long[] {9}, new long[] {1, 2}, new float[2], new float[2]);
    assertThat(whole.masked(new double[] {7, 8})).containsExactly(7, 8);
    assertThat(whole.isInterrupted()).isFalse();
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
