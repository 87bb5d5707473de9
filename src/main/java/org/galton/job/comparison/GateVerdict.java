package org.galton.job.comparison;

import java.util.Locale;
import org.galton.job.gate.JudgedGate;
import org.galton.job.gate.LimitGate;
import org.galton.sweep.GateRule;

/**
 * What a gate says of two cells.
 *
 * @param change in the gate's direction
 * @param atLeast one-sided lower bound of that change
 * @param atMost one-sided upper bound of it
 */
public record GateVerdict(Gate gate, CellPair pair, double change, double atLeast, double atMost) {

  public boolean missed() {
    return atLeast > gate.rule().limit();
  }

  /** The verdict as one plain sentence. */
  public String sentence() {
    return sentence(pair.task());
  }

  private String sentence(String place) {
    return String.format(
        Locale.ROOT,
        "Gate %s on %s: %s; the %s from %s to %s is %.4f, and with %s %% confidence more than"
            + " %.4f.",
        missed() ? "missed" : "passed",
        place,
        gate,
        gate.rule().direction() == GateRule.Direction.DROPS ? "drop" : "rise",
        pair.baselineName(),
        pair.candidateName(),
        change,
        LimitGate.percent(gate.confidence()),
        atLeast);
  }

  public JudgedGate judged() {
    return judged(pair.task());
  }

  /**
   * @param place as in "Gate missed on {place}": the task, and what else tells its cell apart
   */
  JudgedGate judged(String place) {
    return new JudgedGate(
        gate.toString(),
        "%s to %s on %s".formatted(pair.baselineName(), pair.candidateName(), place),
        change,
        atLeast,
        atMost,
        gate.rule().limit(),
        gate.confidence(),
        missed(),
        sentence(place));
  }
}
