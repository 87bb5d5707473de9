package org.galton.statistics.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.galton.statistics.Ballot;
import org.galton.statistics.mass.SemanticEntropy.BiasCorrection;
import org.galton.statistics.mass.SemanticEntropy.WeightedAnswer;
import org.junit.jupiter.api.Test;

class EntropyTest {

  private final SemanticEntropy semantic = SemanticEntropy.withDefaults();

  @Test
  void entropyOfSharesHasItsKnownAnswer() {
    assertThat(semantic.ofCounts(List.of(5, 3, 2)).orElseThrow())
        .isCloseTo(1.0296530141, within(5e-11));
    assertThat(semantic.of(new Ballot(List.of(3), List.of(5, 2), 40)).orElseThrow())
        .isCloseTo(1.0296530141, within(5e-11));
  }

  @Test
  void oneMeaningHasEntropyZeroAndNotMinusZero() {
    double one = semantic.ofCounts(List.of(7, 0)).orElseThrow();
    assertThat(Double.doubleToRawLongBits(one)).isZero();
    assertThat(semantic.ofCounts(List.of())).isEmpty();
    assertThat(semantic.ofCounts(List.of(0))).isEmpty();
  }

  @Test
  void distinctMeaningsReachTheLogarithmOfTheirNumber() {
    assertThat(semantic.ofCounts(Collections.nCopies(64, 1)).orElseThrow())
        .isCloseTo(Math.log(64), within(1e-14));
  }

  @Test
  void theCorrectionAddsHalfAClusterPerRollout() {
    SemanticEntropy corrected = semantic.with(BiasCorrection.MILLER_MADOW);
    assertThat(corrected.ofCounts(List.of(5, 3, 2)).orElseThrow())
        .isCloseTo(1.0296530141 + 0.1, within(5e-11));
    assertThat(corrected.ofCounts(List.of(7))).hasValue(0);
  }

  @Test
  void likelierCompletionsWeighMore() {
    // Per-token probabilities 0.5 and 0.25 + 0.25: two clusters of equal weight.
    List<WeightedAnswer> answers =
        List.of(
            answer("a", 4 * Math.log(0.5), 4),
            answer("b", 3 * Math.log(0.25), 3),
            answer("b", Math.log(0.25), 1));
    assertThat(SemanticEntropy.ofWeighted(answers).orElseThrow())
        .isCloseTo(Math.log(2), within(1e-15));
    assertThat(SemanticEntropy.ofWeighted(List.of(answer("a", -3, 2)))).hasValue(0);
    assertThat(SemanticEntropy.ofWeighted(List.of())).isEmpty();
  }

  @Test
  void theOrderOfAnswersDoesNotChangeABit() {
    long seed = 17;
    Random random = new Random(seed);
    List<WeightedAnswer> answers = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      TokenSum sum = new TokenSum(-50 * random.nextDouble(), 1 + random.nextInt(40));
      answers.add(new WeightedAnswer("answer " + random.nextInt(9), sum));
    }
    Object weighted = SemanticEntropy.ofWeighted(answers);
    Collections.shuffle(answers, random);
    assertThat(SemanticEntropy.ofWeighted(answers)).as("seed " + seed).isEqualTo(weighted);
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new TokenSum(0.5, 1))
        .hasMessage("Invalid logprobSum 0.5: expected 0 or less");
    assertThatThrownBy(() -> new TokenSum(Double.NaN, 1))
        .hasMessage("Invalid logprobSum NaN: expected 0 or less");
    assertThatThrownBy(() -> new TokenSum(-1, -1))
        .hasMessage("Invalid tokens -1: expected 0 or more");
    assertThatThrownBy(() -> answer("a", 0, 0)).hasMessage("Invalid tokens 0: expected 1 or more");
    assertThatThrownBy(() -> semantic.ofCounts(List.of(-1)))
        .hasMessage("Invalid rollouts of a cluster -1: expected 0 or more");
  }

  private static WeightedAnswer answer(String cluster, double logprobSum, long tokens) {
    return new WeightedAnswer(cluster, new TokenSum(logprobSum, tokens));
  }
}
