package org.galton.junk.post;

import java.io.Serializable;
import org.galton.numerics.Expect;

/**
 * Junk by engagement (M1): what is short and popular is junk, what is long and unpopular is
 * control, and all else is neither.
 *
 * <pre>
 *   junk:    tokens &lt; junkBelow     and popularity &gt; junkAbove
 *   control: tokens &gt; controlAbove  and popularity &lt;= controlAtMost
 * </pre>
 *
 * <p>As in arXiv:2510.13928: 30 tokens and 500 against 100 tokens and 0, popularity being the sum
 * of likes, reposts, replies and quotes.
 */
public record EngagementRule(int junkBelow, long junkAbove, int controlAbove, long controlAtMost)
    implements Serializable {

  /** What is decided, and why. */
  public record Decision(PostLabel label, String reason) implements Serializable {}

  public EngagementRule {
    Expect.that(junkBelow >= 0, "junkBelow", junkBelow, "0 or more");
    Expect.that(controlAbove >= 0, "controlAbove", controlAbove, "0 or more");
    Expect.that(
        isApart(junkBelow, junkAbove, controlAbove, controlAtMost),
        "rule",
        "tokens < %d and popularity > %d against tokens > %d and popularity <= %d"
            .formatted(junkBelow, junkAbove, controlAbove, controlAtMost),
        "bounds under which no post is both junk and control");
  }

  /** Whether no post can be both. */
  public static boolean isApart(
      int junkBelow, long junkAbove, int controlAbove, long controlAtMost) {
    return junkBelow - 1 <= controlAbove || junkAbove >= controlAtMost;
  }

  /** As published. */
  public static EngagementRule published() {
    return new EngagementRule(30, 500, 100, 0);
  }

  public Decision of(int tokens, long popularity) {
    boolean isShort = tokens < junkBelow;
    boolean isLong = tokens > controlAbove;
    if (isShort && popularity > junkAbove) {
      return new Decision(PostLabel.JUNK, "short and popular");
    }
    if (isLong && popularity <= controlAtMost) {
      return new Decision(PostLabel.CONTROL, "long and unpopular");
    }
    return new Decision(
        PostLabel.NEITHER,
        isShort ? "short, not popular" : isLong ? "long, not unpopular" : "of middle length");
  }
}
