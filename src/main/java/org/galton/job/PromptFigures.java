package org.galton.job;

import java.io.Serializable;
import org.galton.statistics.Tally;

/**
 * A prompt's counts and what was computed from its answers and scores. A figure that does not exist
 * is null.
 *
 * @param model empty where the input names none
 * @param cluster null where the prompt has none
 * @param n rollouts
 * @param majority maj@k for each k asked that the exact computation reaches
 * @param bestOf best_of@k for each k asked
 */
record PromptFigures(
    String model,
    String prompt,
    String cluster,
    int n,
    int correct,
    int unparsed,
    int finished,
    int truncated,
    int distinctAnswers,
    Double modalShare,
    Double answerEntropy,
    Double majorityVote,
    Double undrawnCorrect,
    long tokens,
    Double tokensPerRollout,
    Double tokenEntropy,
    boolean scored,
    Double[] majority,
    Double[] bestOf)
    implements Serializable {

  Tally tally() {
    return new Tally(n, correct);
  }

  boolean answered() {
    return distinctAnswers > 0;
  }
}
