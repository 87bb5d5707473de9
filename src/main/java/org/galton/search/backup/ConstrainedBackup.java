package org.galton.search.backup;

/**
 * DeepSearch's backup of a reward r, +1 or -1, to a node with value q:
 *
 * <pre>
 *   q + gamma r   if q r &gt;= 0
 *   gamma r       else if r &gt; 0: a success erases earlier failures
 *   q             otherwise: a failure never lowers a node that has succeeded
 * </pre>
 *
 * <p>A node that was once on a correct path keeps a value of 0 or more.
 *
 * <p>DeepSearch (arXiv 2509.25454).
 */
public final class ConstrainedBackup {
  private ConstrainedBackup() {}

  public static double updated(double q, double gamma, int reward) {
    if (q * reward >= 0) {
      return q + gamma * reward;
    }
    return reward > 0 ? gamma * reward : q;
  }

  /** tanh(q) of a step that goes on, which keeps values within 1; of a terminal its reward. */
  public static double clipped(double q, StepEnding ending) {
    return ending.isTerminal() ? q : Math.tanh(q);
  }
}
