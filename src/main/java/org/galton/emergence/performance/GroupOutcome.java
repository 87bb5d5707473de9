package org.galton.emergence.performance;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;

/**
 * One group in the question whether coordination pays.
 *
 * @param condition under which the group played
 * @param lasted whether it played all rounds of the early window
 * @param firstError the group's error V in its first round, where there is a target
 * @param synergy in the early window; present only for a group that lasted
 * @param redundancy in the early window; present only for a group that lasted
 * @param success whether the group reached its goal
 */
public record GroupOutcome(
    String condition,
    boolean lasted,
    OptionalDouble firstError,
    OptionalDouble synergy,
    OptionalDouble redundancy,
    boolean success) {

  public GroupOutcome {
    Expect.that(
        lasted || (synergy.isEmpty() && redundancy.isEmpty()),
        "group that ended before the window did",
        "with synergy " + synergy + " and redundancy " + redundancy,
        "neither");
    finite(firstError, "first error");
    finite(synergy, "synergy");
    finite(redundancy, "redundancy");
  }

  /** A group that played all rounds of the window. */
  public static GroupOutcome lasted(
      String condition,
      OptionalDouble firstError,
      OptionalDouble synergy,
      OptionalDouble redundancy,
      boolean success) {
    return new GroupOutcome(condition, true, firstError, synergy, redundancy, success);
  }

  /** A group that ended before the window did, and so has no figures there. */
  public static GroupOutcome ended(String condition, OptionalDouble firstError, boolean success) {
    OptionalDouble none = OptionalDouble.empty();
    return new GroupOutcome(condition, false, firstError, none, none, success);
  }

  boolean measured() {
    return synergy.isPresent() && redundancy.isPresent();
  }

  private static void finite(OptionalDouble value, String subject) {
    value.ifPresent(v -> Expect.that(Double.isFinite(v), subject, v, "a finite number"));
  }
}
