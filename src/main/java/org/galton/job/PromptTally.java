package org.galton.job;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.galton.statistics.Ballot;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreStatus;

/**
 * What one prompt's rollouts came to, as counts: whole numbers, so that the order and the grouping
 * in which parts are added make no difference to the last bit.
 */
final class PromptTally implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double BILLION = 1e9;

  /** The columns of rollouts that are counted. */
  record Rollout(String promptId, int rolloutIndex, String status, Integer completionTokens) {}

  /** The columns of scores that are counted. */
  record Score(
      String promptId,
      int rolloutIndex,
      String status,
      String answer,
      Boolean correct,
      Boolean abstained,
      Double reward) {}

  private record Answer(String text, boolean correct) implements Serializable, Comparable<Answer> {
    @Override
    public int compareTo(Answer other) {
      int order = text.compareTo(other.text);
      return order != 0 ? order : Boolean.compare(correct, other.correct);
    }
  }

  private final BitSet drawn = new BitSet();
  private final BitSet failed = new BitSet();
  private final Map<Answer, Integer> answers = new TreeMap<>();
  private int scored;
  private int correct;
  private int unparsed;
  private int abstained;
  private int truncated;
  private long tokens;
  private long rewardBillionths;

  /** Counts a rollout. */
  PromptTally add(Rollout rollout, Score score) {
    if (RolloutStatus.FAILED.is(rollout.status())) {
      failed.set(rollout.rolloutIndex());
      return this;
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
    tokens += rollout.completionTokens();
    rewardBillionths += Math.round(score.reward() * BILLION);
    if (score.answer() == null) {
      unparsed++;
    } else {
      answers.merge(new Answer(score.answer(), score.correct()), 1, Integer::sum);
    }
  }

  PromptTally add(PromptTally other) {
    drawn.or(other.drawn);
    failed.or(other.failed);
    other.answers.forEach((answer, count) -> answers.merge(answer, count, Integer::sum));
    scored += other.scored;
    correct += other.correct;
    unparsed += other.unparsed;
    abstained += other.abstained;
    truncated += other.truncated;
    tokens += other.tokens;
    rewardBillionths += other.rewardBillionths;
    return this;
  }

  /** n: rollouts with a verdict. */
  int scored() {
    return scored;
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

  int correct() {
    return correct;
  }

  int unparsed() {
    return unparsed;
  }

  int abstained() {
    return abstained;
  }

  int truncated() {
    return truncated;
  }

  long tokens() {
    return tokens;
  }

  double rewardSum() {
    return rewardBillionths / BILLION;
  }

  Ballot ballot() {
    return new Ballot(votes(true), votes(false), unparsed);
  }

  private List<Integer> votes(boolean right) {
    return answers.entrySet().stream()
        .filter(vote -> vote.getKey().correct() == right)
        .map(Map.Entry::getValue)
        .toList();
  }

  int distinctAnswers() {
    return answers.size();
  }

  /** The most frequent answer's share of those who answered. */
  OptionalDouble modalShare() {
    return shares().max();
  }

  /** Entropy of the answers of those who answered, in nats: -sum q ln q. */
  OptionalDouble answerEntropy() {
    return answers.isEmpty()
        ? OptionalDouble.empty()
        // The counts are sorted, so the sum is the same for the same counts; 0 - 0 is not -0.
        : OptionalDouble.of(0 - shares().sorted().map(q -> q * Math.log(q)).sum());
  }

  private DoubleStream shares() {
    double answered = answers.values().stream().mapToInt(Integer::intValue).sum();
    return answers.values().stream().mapToDouble(count -> count / answered);
  }
}
