package org.galton.job.gate;

import org.galton.table.GateRow;

/**
 * What a gate says of one figure.
 *
 * @param gate as it was written
 * @param subject whose figure it is, such as {@code builtin:abacus@8000 on countdown}
 * @param figure the rate or mean itself, or its change in the gate's direction
 * @param low of the two-sided interval at 2 {@code confidence} - 1
 * @param high likewise
 * @param limit of the gate
 * @param confidence one-sided
 */
public record JudgedGate(
    String gate,
    String subject,
    double figure,
    double low,
    double high,
    double limit,
    double confidence,
    boolean missed,
    String sentence) {

  /** As a run's table keeps it. */
  public GateRow row(String runId) {
    return new GateRow(
        runId, gate, subject, figure, low, high, limit, confidence, missed, sentence);
  }
}
