package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.galton.job.draw.RolloutRows;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.row.RightAtStart;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.store.Partition;
import org.galton.task.Prompt;
import org.galton.train.AdamWOptions;
import org.galton.train.policy.Drawing;
import org.galton.train.policy.LearnerOptions;
import org.galton.train.policy.Policy;
import org.galton.train.policy.TokenScorer;
import org.galton.train.policy.TracedRollout;
import org.junit.jupiter.api.Test;

/** Every rollout that ends by itself counts as right here: what is right is not this class's. */
final class StartAnswersTest {
  private static final LearnerOptions OPTIONS =
      new LearnerOptions(new AdamWOptions(1, 0, 0.9, 0.95), 0.8, 600);
  private static final Partition PARTITION = new Partition("start", "countdown", "g");
  private static final List<Prompt> PROMPTS =
      List.of(prompt("p0", "reach 95 with 4 11 9\n"), prompt("p1", "reach 24 with 3 8 2\n"));

  private static Prompt prompt(String id, String text) {
    return new Prompt(id, "countdown", id, text, "", Map.of());
  }

  @Test
  void probabilitiesAreThoseOfTheDrawnTokensUnderEachPolicy() {
    try (Policy policy = Policy.open(Checkpoint.open("builtin:abacus@517"), 1);
        Policy later = Policy.open(Checkpoint.open("builtin:abacus@1547"), 1)) {
      Map<String, TokenTrace> traces = new HashMap<>();
      List<RolloutRow> right = new ArrayList<>();
      for (TracedRollout drawn : drawn(policy)) {
        int number = (int) drawn.outcome().request().id();
        RolloutRow row =
            RolloutRows.row(
                PARTITION, PROMPTS.get(number % 2).id(), number, 1, drawn.outcome(), "cpu");
        if (RolloutStatus.COMPLETE.is(row.status())) {
          right.add(row);
          traces.put(row.promptId() + " " + row.completion(), drawn.trace().orElseThrow());
        }
      }
      assertThat(traces).as("distinct completions").hasSizeBetween(8, right.size() - 1);
      right.add(misstated(right.get(0)));

      TokenScorer scorer = new TokenScorer(policy, OPTIONS.untempered());
      StartAnswers answers = new StartAnswers(policy, scorer, PROMPTS, right);
      RightAtStart first = answers.now();
      assertThat(first.startRight()).hasValue(traces.size());
      assertThat(first.startRightFallenShare()).hasValue(0);
      assertThat(first.startRightMass().orElseThrow())
          .isCloseTo(mass(traces, logprobs(policy, traces)), within(1e-5));

      Map<String, Double> before = logprobs(policy, traces);
      Map<String, Double> after = logprobs(later, traces);
      policy.take(later.values());
      RightAtStart second = answers.now();
      long fallen = traces.keySet().stream().filter(k -> after.get(k) < before.get(k)).count();
      assertThat(fallen).isBetween(1L, traces.size() - 1L);
      assertThat(second.startRightFallenShare()).hasValue((double) fallen / traces.size());
      assertThat(second.startRightMass().orElseThrow())
          .isCloseTo(mass(traces, after), within(1e-5));
    }
  }

  private static List<TracedRollout> drawn(Policy policy) {
    List<List<Request>> requests =
        IntStream.range(0, 2)
            .mapToObj(
                prompt ->
                    IntStream.range(0, 20)
                        .mapToObj(
                            i ->
                                new Request(
                                    2L * i + prompt, PROMPTS.get(prompt).text(), 7 * i + prompt))
                        .toList())
            .toList();
    List<TracedRollout> drawn = new ArrayList<>();
    policy.draw(requests, Sampling.untempered(64), new Drawing(8, 1), drawn::add);
    return drawn;
  }

  /** A text whose stored probability is another's, as if its tokens had been others. */
  private static RolloutRow misstated(RolloutRow row) {
    return new RolloutRow(
        row.model(),
        row.task(),
        row.generation(),
        row.promptId(),
        99,
        row.status(),
        row.completion() + "0",
        row.promptTokens(),
        row.completionTokens(),
        row.logprobSum() - 100,
        row.entropyMean(),
        row.device(),
        row.seconds(),
        row.attempt(),
        row.error());
  }

  private static Map<String, Double> logprobs(Policy policy, Map<String, TokenTrace> traces) {
    TokenScorer scorer = new TokenScorer(policy, OPTIONS.untempered());
    Map<String, Double> sums = new HashMap<>();
    traces.forEach(
        (key, trace) -> {
          double sum = 0;
          for (float logprob : scorer.logprobs(List.of(trace)).get(0)) {
            sum += logprob;
          }
          sums.put(key, sum);
        });
    return sums;
  }

  private static double mass(Map<String, TokenTrace> traces, Map<String, Double> logprobs) {
    return traces.keySet().stream().mapToDouble(key -> Math.exp(logprobs.get(key))).sum() / 2;
  }
}
