package org.galton.balance;

import java.io.Serializable;
import java.util.List;

/**
 * A kernel estimated from counted steps, and what was done to get it. Immutable.
 *
 * <p>States have two numbers: one in the given counts, and one in the kernel and in the counts that
 * are left, which lack the dropped ones.
 */
public final class EstimatedKernel implements Serializable {
  private static final long serialVersionUID = 1;

  private final MoveKernel kernel;
  private final AttemptRule rule;
  private final TransitionCounts given;
  private final TransitionCounts counts;
  private final int[] places;
  private final double[] n0;
  private final long[] moveCounts;
  private final List<String> dropped;
  private final int capped;
  private final double pseudo;

  EstimatedKernel(
      MoveKernel kernel,
      AttemptRule rule,
      TransitionCounts given,
      TransitionCounts counts,
      int[] places,
      double[] n0,
      long[] moveCounts,
      List<String> dropped,
      int capped,
      double pseudo) {
    this.kernel = kernel;
    this.rule = rule;
    this.given = given;
    this.counts = counts;
    this.places = places;
    this.n0 = n0;
    this.moveCounts = moveCounts;
    this.dropped = dropped;
    this.capped = capped;
    this.pseudo = pseudo;
  }

  public MoveKernel kernel() {
    return kernel;
  }

  public AttemptRule rule() {
    return rule;
  }

  /** With the states that were dropped. */
  public TransitionCounts given() {
    return given;
  }

  /** What tests of the kernel are made of: the kept states, with the numbers of the kernel. */
  public TransitionCounts counts() {
    return counts;
  }

  /** Number in the given counts of a state of the kernel. */
  public int place(int state) {
    return places[state];
  }

  /** N0(f) of a state of the kernel. */
  public double n0(int state) {
    return n0[state];
  }

  /** N0(f) of all states of the kernel. */
  public double[] n0() {
    return n0.clone();
  }

  /** N(f→g) of a move of the kernel; 0 for one that only the pseudo-count made. */
  public long count(int move) {
    return moveCounts[move];
  }

  /** Names of states with too small an N0, sorted. */
  public List<String> dropped() {
    return dropped;
  }

  /** Moves whose probability was cut to 1. */
  public int capped() {
    return capped;
  }

  /** Whether a pseudo-count was added: log ratios are then drawn toward 0. */
  public boolean smoothed() {
    return pseudo > 0;
  }
}
