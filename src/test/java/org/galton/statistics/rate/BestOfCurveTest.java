package org.galton.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.galton.numerics.CompensatedSum;
import org.galton.statistics.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BestOfCurveTest {

  private static final Ranking FIVE =
      Ranking.of(
          List.of(scored(0.1, 0), scored(0.4, 1), scored(0.4, 0), scored(0.9, 1), scored(-0.2, 1)));

  @ParameterizedTest
  @CsvSource({"1, 0.6", "2, 0.65", "3, 0.8", "4, 0.9", "5, 1"})
  void choicesHaveTheirKnownAnswers(int k, double right) {
    assertThat(bestOf(k, FIVE)).isCloseTo(right, within(1e-15));
  }

  @Test
  void aScorerThatIsTheVerdictReachesPassAtK() {
    Tally tally = new Tally(40, 7);
    Ranking perfect = new Ranking(new Tally(0, 0), List.of(block(0, 33, 0), block(1, 7, 7)));
    for (int k = 1; k <= 40; k++) {
      double expected = new PassAtK(k).value(tally).orElseThrow();
      assertThat(bestOf(k, perfect)).isCloseTo(expected, within(1e-14));
    }
  }

  private static double bestOf(int k, Ranking ranking) {
    return new BestOfCurve(List.of(k)).values(ranking)[0];
  }

  /** One k by itself, as the formula says it. */
  private static double alone(Ranking prompt, int k) {
    double[] below = new double[prompt.blocks().size() + 1];
    double chance = 1;
    int rank = prompt.tally().rollouts();
    for (int i = prompt.blocks().size(); i >= 1; i--) {
      below[i] = chance;
      for (int left = prompt.blocks().get(i - 1).rollouts().rollouts(); left > 0; left--) {
        chance *= Math.max(0, rank - k) / (double) rank--;
      }
    }
    below[0] = chance;
    CompensatedSum sum = new CompensatedSum();
    sum.add(below[0] * share(prompt.unscored()));
    for (int i = 1; i < below.length; i++) {
      sum.add((below[i] - below[i - 1]) * share(prompt.blocks().get(i - 1).rollouts()));
    }
    return sum.value();
  }

  private static double share(Tally tally) {
    return tally.rollouts() == 0 ? 0 : (double) tally.correct() / tally.rollouts();
  }

  @Test
  void allKsInOnePassAreThoseOfEachToTheLastBit() {
    long seed = 17;
    Random random = new Random(seed);
    List<Integer> ks = List.of(1, 2, 3, 4, 8, 16, 31, 32, 64);
    for (int round = 0; round < 100; round++) {
      List<ScoredRollout> rollouts = new ArrayList<>();
      int n = 1 + random.nextInt(60);
      int scores = 1 + random.nextInt(100);
      for (int i = 0; i < n; i++) {
        rollouts.add(scored(random.nextInt(scores), random.nextInt(2)));
      }
      Ranking ranking = Ranking.of(rollouts);
      double[] values = new BestOfCurve(ks).values(ranking);
      assertThat(values).hasSize((int) ks.stream().filter(k -> k <= n).count());
      for (int i = 0; i < values.length; i++) {
        assertThat(values[i]).as("seed " + seed).isEqualTo(alone(ranking, ks.get(i)));
      }
    }
  }

  @Test
  void noScorerBeatsPassAtKAndAUselessOneGivesTheMean() {
    long seed = 31;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<ScoredRollout> rollouts = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        rollouts.add(scored(random.nextInt(8), random.nextInt(2)));
      }
      Ranking ranking = Ranking.of(rollouts);
      for (int k = 1; k <= 20; k++) {
        assertThat(bestOf(k, ranking))
            .as("seed " + seed)
            .isLessThanOrEqualTo(new PassAtK(k).value(ranking.tally()).orElseThrow() + 1e-14);
      }
    }
    Ranking useless = new Ranking(new Tally(0, 0), List.of(block(0.5, 8, 3)));
    assertThat(bestOf(5, useless)).isEqualTo(0.375);
  }

  @Test
  void everySubsetOfASmallCaseIsCounted() {
    double[] scores = {3, 1, 2, 2, 5, 2, 1};
    int[] right = {0, 1, 1, 0, 1, 0, 0};
    List<ScoredRollout> rollouts = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      rollouts.add(scored(scores[i], right[i]));
    }
    for (int k = 1; k <= scores.length; k++) {
      double sum = 0;
      int subsets = 0;
      for (int mask = 0; mask < 1 << scores.length; mask++) {
        if (Integer.bitCount(mask) == k) {
          sum += rightShareOfTheBest(scores, right, mask);
          subsets++;
        }
      }
      assertThat(bestOf(k, Ranking.of(rollouts))).isCloseTo(sum / subsets, within(1e-14));
    }
  }

  @Test
  void rolloutsWithoutAScoreRankBelowAll() {
    Ranking ranking =
        Ranking.of(
            List.of(
                new ScoredRollout(OptionalDouble.empty(), true),
                new ScoredRollout(OptionalDouble.empty(), true),
                scored(-9, 0)));
    // Two of three: the scored, wrong one is on top of two pairs out of three.
    assertThat(bestOf(2, ranking)).isCloseTo(1.0 / 3, within(1e-15));
  }

  @Test
  void theOrderOfRolloutsCarriesNoMeaning() {
    List<ScoredRollout> rollouts =
        new ArrayList<>(List.of(scored(1, 0), scored(0.0, 1), scored(-0.0, 0), scored(2, 1)));
    Ranking first = Ranking.of(rollouts);
    Collections.reverse(rollouts);
    assertThat(Ranking.of(rollouts)).isEqualTo(first);
    assertThat(first.blocks()).hasSize(3);
  }

  @Test
  void aPromptWithFewerThanKRolloutsHasNoValue() {
    assertThat(new BestOfCurve(List.of(5, 6)).values(FIVE)).hasSize(1);
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new BestOfCurve(List.of(0)))
        .hasMessage("Invalid ks [0]: expected 1 or more, ascending");
    assertThatThrownBy(() -> scored(Double.NaN, 1))
        .hasMessage("Invalid score NaN: expected a finite number (or none)");
    assertThatThrownBy(
            () -> new Ranking(new Tally(0, 0), List.of(block(1, 1, 1), block(0.5, 1, 0))))
        .hasMessage("Invalid score 0.5: expected above the one before it (1.0)");
  }

  private static ScoredRollout scored(double score, int correct) {
    return new ScoredRollout(OptionalDouble.of(score), correct == 1);
  }

  private static Ranking.Block block(double score, int rollouts, int correct) {
    return new Ranking.Block(score, new Tally(rollouts, correct));
  }

  private static double rightShareOfTheBest(double[] scores, int[] right, int mask) {
    double best = Double.NEGATIVE_INFINITY;
    double holders = 0;
    double rightHolders = 0;
    for (int i = 0; i < scores.length; i++) {
      if ((mask >> i & 1) == 0 || scores[i] < best) {
        continue;
      }
      if (scores[i] > best) {
        best = scores[i];
        holders = 0;
        rightHolders = 0;
      }
      holders++;
      rightHolders += right[i];
    }
    return rightHolders / holders;
  }
}
