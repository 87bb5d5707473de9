package org.galton.selection.generated;

import java.io.Serializable;
import org.galton.numerics.Expect;

/**
 * How good the stand-ins are.
 *
 * @param fix probability that a patch is the right one
 * @param decoy share of the wrong patches that are the favourite wrong one: models make the
 *     same mistake again and again
 * @param error probability that a case of a test patch expects a wrong answer
 * @param cases of a test patch
 */
public record Skill(double fix, double decoy, double error, int cases) implements Serializable {
  /** By which rows name who proposed: another version of the stand-ins proposes other patches. */
  public static final String PROPOSER = "calibrated-v1";

  public Skill {
    Expect.share(fix, "probability of a fix");
    Expect.share(decoy, "share of the favourite wrong patch");
    Expect.share(error, "error of tests");
    Expect.that(cases >= 1, "cases of a test patch", cases, "1 or more");
  }
}
