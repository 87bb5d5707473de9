package org.galton.balance.test;

import java.util.ArrayList;
import java.util.List;
import org.galton.balance.TransitionCounts;

/**
 * What detailed balance says about a pair f→g that was seen N times, and never back:
 *
 * <pre>  beta (V(f) - V(g)) &gt; ln( (N/A(f)) / (b/A(g)) ),</pre>
 *
 * <p>with b = 1, as published, or b = 2.996, below which the mean of a count of zero lies with 95 %
 * confidence. A state that was never tried from bounds nothing, and is left out.
 */
public final class OneSidedBounds {
  private static final double LIMIT_95 = 2.996;

  private OneSidedBounds() {}

  /** In the order of the moves. */
  public static List<OneSidedBound> of(TransitionCounts counts) {
    PairGraph graph = PairGraph.twoWay(counts, 1);
    List<OneSidedBound> bounds = new ArrayList<>();
    for (int move = 0; move < counts.moves(); move++) {
      int source = counts.source(move);
      int target = counts.target(move);
      if (counts.attempts(target) > 0 && graph.pairOf(source, target) < 0) {
        long count = counts.count(move);
        double ratio = (double) count / counts.attempts(source) * counts.attempts(target);
        bounds.add(
            new OneSidedBound(
                counts.states().get(source),
                counts.states().get(target),
                count,
                Math.log(ratio),
                Math.log(ratio / LIMIT_95)));
      }
    }
    return bounds;
  }
}
