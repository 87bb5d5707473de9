package org.galton.statistics.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.galton.statistics.Ballot;
import org.junit.jupiter.api.Test;

final class UndrawnCorrectAtKTest {
  private static final Ballot BALLOT = new Ballot(List.of(3, 1, 1), List.of(2), 1);

  private static double after(int k) {
    return new UndrawnCorrectAtK(k).value(BALLOT).orElseThrow();
  }

  @Test
  void nothingDrawnLeavesAllCorrectMassAndAllButOneLeaveGoodTurings() {
    assertThat(after(0)).isEqualTo(5.0 / 8);
    assertThat(after(7))
        .isCloseTo(UndrawnEstimate.ofCorrect(BALLOT).orElseThrow().mass(), within(1e-16));
    assertThat(new UndrawnCorrectAtK(8).value(BALLOT)).isEmpty();
  }

  /** By hand: 3/8 C(5,2)/C(7,2) + 2 * 1/8 C(7,2)/C(7,2). */
  @Test
  void twoDraws() {
    assertThat(after(2)).isCloseTo(3.0 / 8 * 10 / 21 + 0.25, within(1e-15));
  }

  @Test
  void isTheMeanOverAllWaysToSetOneApartAndDrawSome() {
    int[] answers = {0, 0, 0, 1, 2, 3, 3, 4};
    for (int k = 0; k < 8; k++) {
      assertThat(after(k)).as("k = " + k).isCloseTo(counted(answers, k), within(1e-14));
    }
  }

  /** Answers 0 to 2 are right; 4 is the empty one. */
  private static double counted(int[] answers, int k) {
    List<Integer> missed = new ArrayList<>();
    for (int apart = 0; apart < answers.length; apart++) {
      for (int drawn = 0; drawn < 1 << answers.length; drawn++) {
        if (Integer.bitCount(drawn) == k && (drawn >> apart & 1) == 0) {
          int set = drawn;
          int answer = answers[apart];
          boolean seen =
              IntStream.range(0, answers.length)
                  .anyMatch(i -> (set >> i & 1) == 1 && answers[i] == answer);
          missed.add(answer <= 2 && !seen ? 1 : 0);
        }
      }
    }
    return missed.stream().mapToInt(Integer::intValue).average().orElseThrow();
  }

  /** Averaged over ballots, sum p (1-p)^k of the answers' probabilities. */
  @Test
  void isUnbiased() {
    double[] right = {0.3, 0.1, 0.05};
    Random random = new Random(11);
    int ballots = 20_000;
    double sum = 0;
    for (int i = 0; i < ballots; i++) {
      int[] votes = new int[4];
      for (int n = 0; n < 12; n++) {
        double u = random.nextDouble();
        votes[u < 0.3 ? 0 : u < 0.4 ? 1 : u < 0.45 ? 2 : 3]++;
      }
      List<Integer> correct =
          IntStream.range(0, 3).map(a -> votes[a]).filter(v -> v > 0).boxed().toList();
      List<Integer> wrong = votes[3] == 0 ? List.of() : List.of(votes[3]);
      sum += new UndrawnCorrectAtK(6).value(new Ballot(correct, wrong, 0)).orElseThrow();
    }
    // A ballot's value has a standard deviation below 0.1; four standard errors.
    assertThat(sum / ballots)
        .isCloseTo(new UndrawnMass(6).mass(right), within(4 * 0.1 / Math.sqrt(ballots)));
  }
}
