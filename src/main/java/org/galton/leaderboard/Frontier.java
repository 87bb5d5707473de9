package org.galton.leaderboard;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;

/**
 * Which of several agents are worth their cost.
 *
 * <p>A point is dominated where another costs no more and succeeds no less, and is better in one of
 * both. The hull is stricter: a point is on it where no mixture of two others, drawn by lot, costs
 * as little and succeeds more; it is the upper convex hull of the points without those that are
 * dominated. The order of the points makes no difference, nor does a further point that is
 * dominated.
 *
 * <p>Kapoor et al., Holistic Agent Leaderboard, 2025, arXiv:2510.11977.
 *
 * @param nonDominated by point, in the order given
 * @param hull likewise; a part of the former
 */
public record Frontier(List<Boolean> nonDominated, List<Boolean> hull) {

  /**
   * A point on the line itself stays: decimal fractions that lie on one differ by less than this.
   */
  private static final double ROUNDING = 1e-12;

  /**
   * @param costs in any unit, finite
   * @param successes as many, finite
   */
  public static Frontier of(double[] costs, double[] successes) {
    Expect.finite(costs, "cost");
    Expect.finite(successes, "success");
    Expect.that(costs.length == successes.length, "successes", successes.length, "one a cost");
    boolean[] free = new boolean[costs.length];
    for (int i = 0; i < costs.length; i++) {
      int point = i;
      free[i] =
          IntStream.range(0, costs.length)
              .noneMatch(
                  other ->
                      costs[other] <= costs[point]
                          && successes[other] >= successes[point]
                          && (costs[other] < costs[point] || successes[other] > successes[point]));
    }
    List<Integer> ordered =
        IntStream.range(0, costs.length)
            .filter(i -> free[i])
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> costs[i])
                    .thenComparingDouble(i -> successes[i]))
            .toList();
    Deque<Integer> hull = new ArrayDeque<>();
    for (int next : ordered) {
      if (!hull.isEmpty() && costs[hull.peek()] == costs[next]) {
        // The same point again: it would hide the one before from the next.
        continue;
      }
      while (hull.size() >= 2 && isBelow(hull, next, costs, successes)) {
        hull.pop();
      }
      hull.push(next);
    }
    return new Frontier(
        IntStream.range(0, costs.length).mapToObj(i -> free[i]).toList(),
        IntStream.range(0, costs.length)
            .mapToObj(i -> free[i] && hull.stream().anyMatch(on -> costs[on] == costs[i]))
            .toList());
  }

  /** Whether the last point lies below the line from the one before it to the next. */
  private static boolean isBelow(
      Deque<Integer> hull, int next, double[] costs, double[] successes) {
    Iterator<Integer> latest = hull.iterator();
    int last = latest.next();
    int before = latest.next();
    double line = (costs[last] - costs[before]) * (successes[next] - successes[before]);
    double point = (successes[last] - successes[before]) * (costs[next] - costs[before]);
    return line - point > ROUNDING * Math.abs(costs[next] * successes[next]);
  }
}
