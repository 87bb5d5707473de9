package org.galton.flags;

import java.io.Serializable;

/**
 * What a rule found.
 *
 * @param step place among the steps, from 1; 0 where it is no single step
 * @param evidence what it goes by, in the transcript's words
 */
public record Flag(Rule rule, int step, String evidence) implements Serializable {
  /** Flags of other versions were found by other rules. */
  public static final int VERSION = 1;

  private static final int LONGEST = 200;

  public Flag {
    evidence =
        evidence.codePointCount(0, evidence.length()) <= LONGEST
            ? evidence
            : evidence.substring(0, evidence.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
