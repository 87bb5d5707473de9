package org.galton.statistics.vote;

import java.util.List;
import org.galton.statistics.Ballot;

/**
 * Weights of the draws from one ballot that are won with a given number of votes: the dynamic
 * programme of {@link MajorityCurve}.
 */
final class VoteCount {
  private static final double NEGLIGIBLE = 1e-18;
  private static final int MOST_FREQUENT = 8;

  private final Ballot ballot;
  private final int rollouts;
  private final int largest;
  private final Ties ties;
  private final Draws draws;
  private final double scale;
  private final double[] all;

  /** By answer, fewest votes first: weight of drawing it 0, 1, … times. */
  private final double[][] correct;

  private final double[][] wrong;

  /** By right answer: weight of drawing 0, 1, … of everything else. Made when needed. */
  private final double[][] others;

  private final TruncatedSeries series;
  private final TruncatedSeries marked;

  /**
   * @param largest k that is asked for, at most the rollouts
   */
  VoteCount(Ballot ballot, int largest, Ties ties, Draws draws) {
    this.ballot = ballot;
    this.rollouts = ballot.rollouts();
    this.largest = largest;
    this.ties = ties;
    this.draws = draws;
    this.scale = (double) largest / rollouts;
    this.all = draws.weights(rollouts, largest, scale);
    this.correct = rows(ballot.correct());
    this.wrong = rows(ballot.wrong());
    this.others = new double[correct.length][];
    this.series = new TruncatedSeries(largest);
    this.marked = new TruncatedSeries(largest);
  }

  private double[][] rows(List<Integer> votes) {
    double[][] rows = new double[votes.size()][];
    for (int a = 0; a < rows.length; a++) {
      rows[a] =
          a > 0 && votes.get(a).equals(votes.get(a - 1))
              ? rows[a - 1]
              : draws.weights(votes.get(a), largest, scale);
    }
    return rows;
  }

  /** Weight of all draws of k. */
  double weight(int k) {
    return all[k];
  }

  /**
   * For each k the least count that can win with a probability worth counting. How often the
   * answers are drawn is negatively associated, so the probability that none is drawn more than j
   * times is at most the product of those of each; the most frequent ones are enough for the
   * product.
   */
  int[] lowestWinning(int[] ks) {
    int[] lowest = new int[ks.length];
    int c = correct.length - 1;
    int w = wrong.length - 1;
    double[][] rows = new double[Math.min(MOST_FREQUENT, correct.length + wrong.length)][];
    double[][] rests = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      boolean right = w < 0 || (c >= 0 && ballot.correct().get(c) > ballot.wrong().get(w));
      rows[i] = right ? correct[c] : wrong[w];
      rests[i] = right ? others(c--) : rest(ballot.wrong().get(w--));
    }
    for (int i = 0; i < ks.length; i++) {
      lowest[i] = lowestWinning(ks[i], rows, rests);
    }
    return lowest;
  }

  private int lowestWinning(int k, double[][] rows, double[][] rests) {
    double[] within = new double[rows.length];
    for (int winning = 0; winning <= k; winning++) {
      double fewer = 1;
      for (int a = 0; a < rows.length; a++) {
        within[a] += rows[a][winning] * rests[a][k - winning] / all[k];
        fewer *= within[a];
      }
      if (fewer >= NEGLIGIBLE) {
        return winning;
      }
    }
    return k;
  }

  private double[] rest(int votes) {
    return draws.weights(rollouts - votes, largest, scale);
  }

  private double[] others(int a) {
    if (others[a] == null) {
      others[a] = rest(ballot.correct().get(a));
    }
    return others[a];
  }

  /**
   * Adds, for each k, the weight of the draws that are won with {@code winning} votes, times what
   * they earn.
   *
   * @param lowest for each k the least count that matters
   */
  void add(int winning, int[] ks, int[] lowest, double[] earned) {
    int first = firstWith(winning, correct);
    if (first == correct.length) {
      return;
    }
    int tying = -1;
    for (int i = 0; i < ks.length; i++) {
      if (winning < lowest[i] || winning > ks[i]) {
        continue;
      }
      double alone = alone(winning, first, ks[i]);
      if (ks[i] < 2 * winning) {
        earned[i] += alone;
      } else if (alone >= NEGLIGIBLE * all[ks[i]]) {
        tying = i;
      }
    }
    if (tying >= 0) {
      addTying(winning, first, ks, tying, lowest, earned);
    }
  }

  /** Of draws with so many votes of a right answer, whatever the others have. */
  private double alone(int winning, int first, int k) {
    double weight = 0;
    for (int a = first; a < correct.length; a++) {
      weight += correct[a][winning] * others(a)[k - winning];
    }
    return weight;
  }

  private void addTying(int winning, int first, int[] ks, int last, int[] lowest, double[] earned) {
    int firstWrong = firstWith(winning, wrong);
    int degree = ks[last] - winning;
    int able = correct.length - first + wrong.length - firstWrong;
    double[] never = draws.weights(without(first, firstWrong), degree, scale);
    for (TieNode node : TieNode.of(ties, Math.min(ks[last] / winning, able))) {
      series.beginWithOne(degree);
      for (int a = firstWrong; a < wrong.length; a++) {
        series.multiply(wrong[a], winning, node.wrong());
      }
      marked.beginWithZero(degree);
      for (int a = first; a < correct.length; a++) {
        if (a > first) {
          marked.multiply(correct[a], winning, node.after());
        }
        marked.add(series, correct[a][winning]);
        if (a < correct.length - 1) {
          series.multiply(correct[a], winning, node.before());
        }
      }
      for (int i = 0; i <= last; i++) {
        if (ks[i] >= 2 * winning && winning >= lowest[i]) {
          earned[i] += node.weight() * marked.at(ks[i] - winning, never);
        }
      }
    }
  }

  /** Rollouts without an answer, or with one that is not drawn so often. */
  private int without(int first, int firstWrong) {
    int votes = ballot.empty();
    for (int a = 0; a < first; a++) {
      votes += ballot.correct().get(a);
    }
    for (int a = 0; a < firstWrong; a++) {
      votes += ballot.wrong().get(a);
    }
    return votes;
  }

  private static int firstWith(int winning, double[][] rows) {
    int first = 0;
    while (first < rows.length && !(rows[first][winning] > 0)) {
      first++;
    }
    return first;
  }
}
