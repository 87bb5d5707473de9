package org.galton.study.advantages;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.galton.reward.signal.Answered;
import org.galton.reward.signal.JudgedRollout;

/**
 * A rollout of anyone's; what its file does not say is null.
 *
 * @param answered null where nothing says whether it is right
 * @param truncated whether it was cut off
 */
record GivenRollout(
    String prompt,
    int sample,
    Double reward,
    Answered answered,
    Double score,
    Integer tokens,
    Integer toolCalls,
    Truncated truncated,
    TokenLogs logs)
    implements Serializable {

  /** Whether a rollout was cut off. */
  enum Truncated {
    YES,
    NO
  }

  /** As rewards look at it; one that nothing is known of is wrong. */
  JudgedRollout judged() {
    return new JudgedRollout(
        answered == null ? Answered.WRONG : answered,
        score == null ? OptionalDouble.empty() : OptionalDouble.of(score),
        tokens == null ? 0 : tokens,
        toolCalls == null ? 0 : toolCalls,
        OptionalDouble.empty());
  }

  /** Null where it is not known. */
  Integer learnedTokens() {
    return logs == null ? tokens : Integer.valueOf(logs.places().length);
  }
}
