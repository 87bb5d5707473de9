package org.galton.sweep;

import java.io.Serializable;

/**
 * What searches have asked of a verifier while they drew.
 *
 * @param calls values of partial completions and verdicts on whole ones
 * @param seconds that these took
 */
public record VerifierUse(long calls, double seconds) implements Serializable {
  public static final VerifierUse NOTHING = new VerifierUse(0, 0);

  public VerifierUse plus(VerifierUse other) {
    return new VerifierUse(calls + other.calls, seconds + other.seconds);
  }
}
