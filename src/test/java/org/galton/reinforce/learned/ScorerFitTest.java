package org.galton.reinforce.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.galton.numerics.Logistic;
import org.galton.spec.InvalidInput;
import org.galton.table.RolloutRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScorerFitTest {
  private static RolloutRow rollout(String completion, String status, Double logprob) {
    return new RolloutRow(
        "m", "t", "g", "p", 0, status, completion, 5, 8, logprob, 0.25, "cpu", 0.1, 1, null);
  }

  /** Right with probability 1/(1 + exp(-(2 + 4 logprob))); the other terms say nothing. */
  private static List<Example> examples(int prompts) {
    Random random = new Random(5);
    List<Example> examples = new ArrayList<>();
    for (int prompt = 0; prompt < prompts; prompt++) {
      for (int i = 0; i < 8; i++) {
        double logprob = -random.nextDouble();
        boolean right = random.nextDouble() < Logistic.probability(2 + 4 * logprob);
        double[] values = {
          1, logprob, random.nextDouble(), 5 + random.nextInt(20), 1, random.nextInt(4), 0
        };
        examples.add(new Example("p" + prompt, "p" + prompt + " " + i, values, right));
      }
    }
    return examples;
  }

  @Test
  void termsAreReadOffTheCompletion() {
    assertThat(
            CompletionTerms.of(
                rollout("7*3=21 21+25=46 answer=7*3+26", "complete", -2.0), "reach 46 with 3 7 25"))
        .hasValueSatisfying(
            values -> assertThat(values).containsExactly(1, -0.25, 0.25, 8, 1, 3, 1));
    assertThat(CompletionTerms.of(rollout("", "truncated", -2.0), "reach 46"))
        .hasValueSatisfying(
            values -> assertThat(values).containsExactly(1, -0.25, 0.25, 8, 0, 0, 0));
    assertThat(CompletionTerms.of(rollout("x", "complete", null), "reach 46")).isEmpty();
  }

  @Test
  void fitFindsWhatDecidesAndIsTriedOnOtherPrompts() {
    LearnedScorer scorer = ScorerFit.fit("runs/x", examples(2500));
    // Labels of which a hundredth is turned round bring coefficients a little nearer to 0.
    assertThat(scorer.coefficients().get(1)).isCloseTo(4, within(0.5));
    assertThat(scorer.coefficients().get(2)).isCloseTo(0, within(0.3));
    assertThat(scorer.coefficients().get(4)).as("the same in all rows").isZero();
    assertThat(scorer.fitted() + scorer.heldOut().rollouts()).isEqualTo(20_000);
    assertThat(scorer.heldOut().rollouts()).isBetween(3_000, 5_000);
    // Of the rule itself: E max(p, 1 - p) over logprob uniform in [-1, 0].
    double best = 0;
    for (int i = 0; i < 1000; i++) {
      double p = Logistic.probability(2 - 4 * (i + 0.5) / 1000);
      best += Math.max(p, 1 - p) / 1000;
    }
    double error = Math.sqrt(best * (1 - best) / scorer.heldOut().rollouts());
    assertThat(scorer.heldOut().accuracy()).isCloseTo(best, within(4 * error));
    assertThat(scorer.heldOut().accuracyHigh() - scorer.heldOut().accuracyLow())
        .isCloseTo(2 * 1.96 * error, within(0.2 * error));
    assertThat(scorer.heldOut().ranking()).isBetween(0.75, 0.85);
  }

  @Test
  void orderOfRowsIsNoMatterAndOtherRowsGiveAnotherName() {
    List<Example> examples = examples(500);
    LearnedScorer scorer = ScorerFit.fit("runs/x", examples);
    Collections.shuffle(examples, new Random(1));
    assertThat(ScorerFit.fit("runs/x", examples)).isEqualTo(scorer);
    assertThat(ScorerFit.fit("runs/x", examples.subList(0, 3000)).scorer())
        .isNotEqualTo(scorer.scorer());
  }

  @Test
  void termThatNoRightRolloutHasGetsAFiniteCoefficient() {
    List<Example> examples = new ArrayList<>();
    for (Example one : examples(500)) {
      double[] values = one.values().clone();
      values[6] = one.right() ? 0 : 1;
      examples.add(new Example(one.promptId(), one.key(), values, one.right()));
    }
    LearnedScorer scorer = ScorerFit.fit("runs/x", examples);
    assertThat(scorer.heldOut().accuracy()).isEqualTo(1);
    assertThat(scorer.heldOut().ranking()).isEqualTo(1);
    assertThat(scorer.coefficients().get(6)).isBetween(-12.0, -6.0);
  }

  @Test
  void folderWithTooLittleIsRefused() {
    assertThatThrownBy(() -> ScorerFit.fit("runs/x", examples(4)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot learn a reward model from runs/x: it has ")
        .hasMessageContaining("expected 50 or more of each");
  }

  @Test
  void keptScorerIsReadAgainForItsFolderOnly(@TempDir Path output) throws IOException {
    LearnedScorer scorer = ScorerFit.fit("runs/x", examples(500));
    assertThat(LearnedScorer.kept(output, "runs/x")).isEmpty();
    scorer.keep(output);
    assertThat(LearnedScorer.kept(output, "runs/x")).contains(scorer);
    assertThat(LearnedScorer.kept(output, "runs/y")).isEmpty();
    Files.writeString(output.resolve("reward-model.json"), "{\"from\": \"runs/x\"}");
    assertThatThrownBy(() -> LearnedScorer.kept(output, "runs/x"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read the reward model ")
        .hasMessageEndingWith("; remove it, and it is fitted again");
  }
}
