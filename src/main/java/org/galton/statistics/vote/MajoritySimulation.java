package org.galton.statistics.vote;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.galton.numerics.Expect;
import org.galton.numerics.SplitMix64;
import org.galton.statistics.Ballot;
import org.galton.statistics.Moments;

/**
 * maj@k by drawing: for k beyond the exact {@link MajorityCurve}.
 *
 * <p>Each of the draws takes k of the n rollouts without replacement and holds the vote. Unbiased;
 * the simulation's own standard error is reported and is at most 1/(2 sqrt(draws)), 0.005 at
 * 10,000. The stream depends on the seed and the ballot's counts alone, never on the order of
 * prompts or answers. Cost: draws times (k + answers).
 *
 * @param k rollouts drawn, 1 or more
 * @param ties what a tie earns
 * @param draws votes held per prompt, 2 or more
 * @param seed of the stream
 */
public record MajoritySimulation(int k, Ties ties, int draws, long seed) {

  public MajoritySimulation {
    Expect.that(k >= 1, "k", k, "1 or more");
    Expect.that(draws >= 2, "draws", draws, "2 or more");
  }

  /** Ties shared, 10,000 draws. */
  public static MajoritySimulation of(int k, long seed) {
    return new MajoritySimulation(k, Ties.SHARED, 10_000, seed);
  }

  public MajoritySimulation with(Ties option) {
    return new MajoritySimulation(k, option, draws, seed);
  }

  public MajoritySimulation withDraws(int number) {
    return new MajoritySimulation(k, ties, number, seed);
  }

  /** The vote's expected value and the simulation's standard error; nothing when n &lt; k. */
  public Optional<Simulated> value(Ballot prompt) {
    if (prompt.rollouts() < k) {
      return Optional.empty();
    }
    SplitMix64 random =
        SplitMix64.named(seed, prompt.correct() + "|" + prompt.wrong() + "|" + prompt.empty());
    int[] rollouts = labels(prompt);
    int[] votes = new int[prompt.correct().size() + prompt.wrong().size() + 1];
    double[] earned = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      earned[draw] = vote(rollouts, votes, prompt.correct().size(), random);
    }
    return Optional.of(
        new Simulated(Moments.mean(earned), Moments.standardError(earned).orElseThrow()));
  }

  /** One label per rollout: right answers first, then wrong ones, then the empty answer. */
  private static int[] labels(Ballot prompt) {
    int[] labels = new int[prompt.rollouts()];
    int filled = 0;
    int label = 0;
    for (List<Integer> side : List.of(prompt.correct(), prompt.wrong())) {
      for (int votes : side) {
        Arrays.fill(labels, filled, filled + votes, label++);
        filled += votes;
      }
    }
    Arrays.fill(labels, filled, labels.length, label);
    return labels;
  }

  private double vote(int[] rollouts, int[] votes, int correctAnswers, SplitMix64 random) {
    Arrays.fill(votes, 0);
    // The first k places of a shuffle; any order to start from will do, so nothing is restored.
    for (int i = 0; i < k; i++) {
      int chosen = i + random.nextInt(rollouts.length - i);
      int label = rollouts[chosen];
      rollouts[chosen] = rollouts[i];
      rollouts[i] = label;
      votes[label]++;
    }
    int most = Arrays.stream(votes, 0, votes.length - 1).max().orElse(0);
    if (most == 0) {
      return 0;
    }
    return ties.earned(
        holding(most, votes, 0, correctAnswers),
        holding(most, votes, correctAnswers, votes.length - 1));
  }

  private static int holding(int most, int[] votes, int from, int to) {
    return (int) Arrays.stream(votes, from, to).filter(count -> count == most).count();
  }
}
