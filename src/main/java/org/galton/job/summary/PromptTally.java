package org.galton.job.summary;

import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.galton.job.figure.AnswerCounts;
import org.galton.job.figure.CountedPrompt;
import org.galton.job.figure.TokenCounts;
import org.galton.statistics.Ballot;
import org.galton.statistics.Tally;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreStatus;

/**
 * What one prompt's rollouts came to, as counts: whole numbers, so that the order and the grouping
 * in which parts are added make no difference to the last bit.
 */
public final class PromptTally implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double BILLION = 1e9;
  private static final int NONE = -1;

  /** The columns of rollouts that are counted. */
  record Rollout(
      String promptId,
      int rolloutIndex,
      String status,
      Integer completionTokens,
      Double logprobSum) {}

  /** The columns of scores that are counted. */
  record Score(
      String promptId,
      int rolloutIndex,
      String status,
      String answer,
      Boolean correct,
      Boolean abstained,
      Double reward) {}

  private static final int WRONG = 0;
  private static final int RIGHT = 1;

  private final BitSet drawn = new BitSet();
  private final BitSet failed = new BitSet();
  private int twice = NONE;

  /** Wrong and right rollouts of each answer. */
  private final Map<String, int[]> answers = new HashMap<>();

  private int scored;
  private int correct;
  private int unparsed;
  private int abstained;
  private int truncated;
  private final TokenCounts tokens = new TokenCounts();
  private long rewardBillionths;

  /** Counts a rollout. */
  PromptTally add(Rollout rollout, Score score) {
    if (RolloutStatus.FAILED.is(rollout.status())) {
      failed.set(rollout.rolloutIndex());
      return this;
    }
    if (drawn.get(rollout.rolloutIndex())) {
      twice = rollout.rolloutIndex();
    }
    drawn.set(rollout.rolloutIndex());
    if (score != null && !ScoreStatus.UNSCORED.is(score.status())) {
      addScored(rollout, score);
    }
    return this;
  }

  private void addScored(Rollout rollout, Score score) {
    scored++;
    correct += score.correct() ? 1 : 0;
    abstained += score.abstained() ? 1 : 0;
    truncated += RolloutStatus.TRUNCATED.is(rollout.status()) ? 1 : 0;
    addTokens(rollout.completionTokens(), rollout.logprobSum());
    rewardBillionths += Math.round(score.reward() * BILLION);
    if (score.answer() == null) {
      unparsed++;
    } else {
      answers
          .computeIfAbsent(score.answer(), added -> new int[2])[score.correct() ? RIGHT : WRONG]++;
    }
  }

  private void addTokens(Integer drawn, Double logprobSum) {
    if (drawn != null && logprobSum != null) {
      tokens.add(drawn, logprobSum);
    } else if (drawn != null) {
      tokens.add(drawn);
    }
  }

  PromptTally add(PromptTally other) {
    BitSet shared = (BitSet) drawn.clone();
    shared.and(other.drawn);
    twice = Math.max(Math.max(twice, other.twice), shared.length() - 1);
    drawn.or(other.drawn);
    failed.or(other.failed);
    other.answers.forEach(
        (answer, votes) ->
            answers.merge(
                answer, votes, (a, b) -> new int[] {a[WRONG] + b[WRONG], a[RIGHT] + b[RIGHT]}));
    scored += other.scored;
    correct += other.correct;
    unparsed += other.unparsed;
    abstained += other.abstained;
    truncated += other.truncated;
    tokens.add(other.tokens);
    rewardBillionths += other.rewardBillionths;
    return this;
  }

  /** A rollout that was counted more than once; empty where each was counted once. */
  OptionalInt twice() {
    return twice == NONE ? OptionalInt.empty() : OptionalInt.of(twice);
  }

  /** Rollouts drawn that have no verdict. */
  int unscored() {
    return drawn.cardinality() - scored;
  }

  /** Rollouts that could not be drawn, and have not been since. */
  int failed() {
    BitSet open = (BitSet) failed.clone();
    open.andNot(drawn);
    return open.cardinality();
  }

  int abstained() {
    return abstained;
  }

  double rewardSum() {
    return rewardBillionths / BILLION;
  }

  /** Rollouts with a verdict, and those that were right. */
  Tally verdicts() {
    return new Tally(scored, correct);
  }

  public CountedPrompt counted() {
    return new CountedPrompt(
        verdicts(),
        new Ballot(votes(RIGHT), votes(WRONG), unparsed),
        scored,
        truncated,
        0,
        contradicted(),
        tokens,
        Optional.empty());
  }

  public AnswerCounts answers() {
    return new AnswerCounts(texts(RIGHT), texts(WRONG), unparsed);
  }

  private Map<String, Integer> texts(int verdict) {
    Map<String, Integer> counts = new HashMap<>();
    answers.forEach(
        (answer, votes) -> {
          if (votes[verdict] > 0) {
            counts.put(answer, votes[verdict]);
          }
        });
    return counts;
  }

  private int contradicted() {
    return (int)
        answers.values().stream().filter(votes -> votes[RIGHT] > 0 && votes[WRONG] > 0).count();
  }

  private List<Integer> votes(int verdict) {
    return answers.values().stream().map(votes -> votes[verdict]).filter(n -> n > 0).toList();
  }
}
