package org.galton.job.figure;

import java.io.Serializable;
import org.galton.statistics.Tally;

/**
 * A prompt's counts and what was computed from its answers and scores. A figure that does not exist
 * is null.
 *
 * @param n rollouts
 * @param unparsed rollouts without an answer
 * @param finished rollouts that say how they ended
 * @param overruled of the truncated: judged right, counted as wrong
 * @param contradicted answers that were judged both right and wrong
 * @param majority maj@k, of few rollouts exact and of many simulated
 * @param majorityError the simulation's standard error; 0 where exact
 * @param undrawnCorrect probability of right answers not drawn by all rollouts but one
 * @param undrawnCorrectSquares sum of their squared probabilities, after all rollouts but two
 * @param undrawnWrong of wrong answers
 * @param undrawnCorrectAt after k rollouts
 */
public record PromptFigures(
    int n,
    int correct,
    int unparsed,
    int finished,
    int truncated,
    int overruled,
    int contradicted,
    int distinctAnswers,
    Double modalShare,
    Double answerEntropy,
    Double majorityVote,
    Double undrawnCorrect,
    Double undrawnCorrectSquares,
    Double undrawnWrong,
    Double undrawnWrongSquares,
    Long tokens,
    Double tokensPerRollout,
    Double tokenEntropy,
    boolean scored,
    ValuesByK majority,
    ValuesByK majorityError,
    ValuesByK undrawnCorrectAt,
    ValuesByK bestOf)
    implements Serializable {

  Tally tally() {
    return new Tally(n, correct);
  }

  public boolean answered() {
    return distinctAnswers > 0;
  }

  boolean allTruncated() {
    return finished > 0 && truncated == n;
  }
}
