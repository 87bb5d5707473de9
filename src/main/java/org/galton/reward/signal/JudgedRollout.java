package org.galton.reward.signal;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;

/**
 * What rewards look at in a rollout.
 *
 * @param answered what the judge made of it
 * @param score of a reward model, where there is one; higher is better
 * @param tokens of the completion, 0 or more
 * @param toolCalls in it, 0 or more
 * @param earned of an episode the discounted sum of the rewards that its environment gave
 */
public record JudgedRollout(
    Answered answered, OptionalDouble score, int tokens, int toolCalls, OptionalDouble earned) {

  public JudgedRollout {
    if (score.isPresent() && !Double.isFinite(score.getAsDouble())) {
      throw Expect.refused("score of a reward model", score.getAsDouble(), "a finite number");
    }
    Expect.that(tokens >= 0, "number of tokens", tokens, "0 or more");
    Expect.that(toolCalls >= 0, "number of tool calls", toolCalls, "0 or more");
  }

  /** Of no known length, without a score and without tools, in no environment. */
  public static JudgedRollout of(Answered answered) {
    return new JudgedRollout(answered, OptionalDouble.empty(), 0, 0, OptionalDouble.empty());
  }

  public JudgedRollout withScore(double found) {
    return new JudgedRollout(answered, OptionalDouble.of(found), tokens, toolCalls, earned);
  }

  public JudgedRollout withTokens(int found) {
    return new JudgedRollout(answered, score, found, toolCalls, earned);
  }

  public JudgedRollout withToolCalls(int found) {
    return new JudgedRollout(answered, score, tokens, found, earned);
  }

  public JudgedRollout withEarned(double found) {
    return new JudgedRollout(answered, score, tokens, toolCalls, OptionalDouble.of(found));
  }
}
