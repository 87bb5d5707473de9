package org.galton.job.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.galton.sweep.GateRule;

/**
 * What a gate says of two cells.
 *
 * @param change in the gate's direction
 * @param atLeast one-sided lower bound of that change
 */
public record GateVerdict(Gate gate, CellPair pair, double change, double atLeast) {

  public boolean missed() {
    return atLeast > gate.rule().limit();
  }

  /** The verdict as one plain sentence. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "Gate %s on %s: %s; the %s from %s to %s is %.4f, and with %s %% confidence more than"
            + " %.4f.",
        missed() ? "missed" : "passed",
        pair.task(),
        gate,
        gate.rule().direction() == GateRule.Direction.DROPS ? "drop" : "rise",
        pair.baselineName(),
        pair.candidateName(),
        change,
        percent(gate.confidence()),
        atLeast);
  }

  private static String percent(double share) {
    return new BigDecimal(100 * share)
        .round(new MathContext(6))
        .stripTrailingZeros()
        .toPlainString();
  }
}
