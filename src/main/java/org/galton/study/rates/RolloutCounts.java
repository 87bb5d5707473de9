package org.galton.study.rates;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.KnownSizeEstimation;
import org.galton.job.figure.CountedPrompt;
import org.galton.job.figure.ScoreCounts;
import org.galton.job.figure.TokenCounts;
import org.galton.statistics.Ballot;
import org.galton.statistics.Tally;

/**
 * What one prompt's rollouts came to. All of it is whole numbers or has no order, so partitioning
 * and row order make no difference to the last bit.
 */
final class RolloutCounts implements Serializable, KnownSizeEstimation, VotePage.Sink {
  private static final int BYTES = 600;
  private static final int BYTES_AN_ANSWER = 150;
  private static final long serialVersionUID = 1L;
  private static final int WRONG = 0;
  private static final int RIGHT = 1;
  private static final UTF8String STOP = UTF8String.fromString("stop");
  private static final UTF8String LENGTH = UTF8String.fromString("length");
  private static final UTF8String INTERRUPTED = UTF8String.fromString("interrupted");

  private final UTF8String cluster;
  private final SampleSet samples = new SampleSet();
  private final Map<UTF8String, int[]> answers = new HashMap<>(8);
  private final ScoreCounts scores = new ScoreCounts();
  private final TokenCounts tokens = new TokenCounts();
  private int correct;
  private int unparsed;
  private int finished;
  private int truncated;
  private int overruled;
  private String conflict;

  /**
   * @param cluster null where the prompt has none
   */
  RolloutCounts(UTF8String cluster) {
    this.cluster = cluster == null ? null : cluster.clone();
  }

  /**
   * Counts a row, all but its vote.
   *
   * @param index of the row in its block
   * @param votes takes the vote
   */
  void add(InternalRow row, int index, RolloutCells cells, BlockLabels labels, VotePage votes) {
    int sample = cells.whole(row, RolloutColumn.SAMPLE);
    if (!samples.add(sample)) {
      throw cells.wrong(row, "the sample is there twice", "each sample of a prompt once");
    }
    UTF8String family = labels.of(RolloutColumn.CLUSTER).textAt(index);
    if (!Objects.equals(cluster, family)) {
      throw cells.wrong(
          row,
          "the cluster is " + words(family) + " here and " + words(cluster) + " in another row",
          "one cluster per prompt");
    }
    int given = cells.verdict(row);
    boolean counts = addFinish(row, labels.of(RolloutColumn.FINISH).textAt(index), cells);
    int verdict = counts ? given : 0;
    overruled += given - verdict;
    correct += verdict;
    int answer = counts ? labels.of(RolloutColumn.ANSWER).at(index) : Labels.NONE;
    if (answer == Labels.NONE) {
      unparsed++;
    } else {
      votes.add(answer, verdict);
    }
    if (!cells.isMissing(row, RolloutColumn.RM_SCORE)) {
      scores.add(cells.number(row, RolloutColumn.RM_SCORE, "a finite number"), verdict);
    }
    addTokens(row, cells);
  }

  @Override
  public void add(UTF8String answer, int wrong, int right) {
    int[] votes = answers.get(answer);
    if (votes == null) {
      votes = new int[2];
      answers.put(answer.clone(), votes);
    }
    votes[WRONG] += wrong;
    votes[RIGHT] += right;
  }

  private void addTokens(InternalRow row, RolloutCells cells) {
    boolean known = !cells.isMissing(row, RolloutColumn.TOKENS);
    long drawn = known ? cells.whole(row, RolloutColumn.TOKENS) : 0;
    if (!cells.isMissing(row, RolloutColumn.LOGPROB_SUM)) {
      double sum = cells.number(row, RolloutColumn.LOGPROB_SUM, "a finite number, 0 or less");
      if (sum > 0) {
        throw cells.wrong(row, RolloutColumn.LOGPROB_SUM, "a finite number, 0 or less");
      }
      if (known) {
        tokens.add(drawn, sum);
      }
    } else if (known) {
      tokens.add(drawn);
    }
  }

  /** Whether the verdict counts as it is given. */
  private boolean addFinish(InternalRow row, UTF8String finish, RolloutCells cells) {
    if (finish == null) {
      return true;
    }
    finished++;
    if (finish.equals(LENGTH) || finish.equals(INTERRUPTED)) {
      truncated++;
      return cells.truncated() == TruncatedVerdicts.JUDGED;
    }
    if (!finish.equals(STOP)) {
      throw cells.wrong(row, RolloutColumn.FINISH, "stop, length or interrupted");
    }
    return true;
  }

  /** Adds what another part of the rows held of the same prompt. */
  RolloutCounts add(RolloutCounts other) {
    note(other.conflict);
    samples
        .add(other.samples)
        .ifPresent(
            twice ->
                note(
                    "sample %d is there twice; expected each sample of a prompt once"
                        .formatted(twice)));
    if (!Objects.equals(cluster, other.cluster)) {
      boolean first = words(cluster).compareTo(words(other.cluster)) < 0;
      note(
          "the cluster is %s in one row and %s in another; expected one cluster per prompt"
              .formatted(
                  words(first ? cluster : other.cluster), words(first ? other.cluster : cluster)));
    }
    other.answers.forEach(
        (answer, votes) ->
            answers.merge(
                answer, votes, (a, b) -> new int[] {a[WRONG] + b[WRONG], a[RIGHT] + b[RIGHT]}));
    scores.add(other.scores);
    tokens.add(other.tokens);
    correct += other.correct;
    unparsed += other.unparsed;
    finished += other.finished;
    truncated += other.truncated;
    overruled += other.overruled;
    return this;
  }

  /**
   * About how many bytes of the heap it takes: Spark asks to know when to spill. Otherwise it would
   * walk through every answer of a sample of prompts, which took a ninth of the whole command.
   */
  @Override
  public long estimatedSize() {
    return BYTES + (long) BYTES_AN_ANSWER * answers.size() + scores.bytes();
  }

  private void note(String problem) {
    if (problem != null && (conflict == null || problem.compareTo(conflict) < 0)) {
      conflict = problem;
    }
  }

  private static String words(UTF8String cluster) {
    return cluster == null ? "missing" : "'" + cluster + "'";
  }

  /** What of the parts contradicts itself. */
  Optional<String> conflict() {
    return Optional.ofNullable(conflict);
  }

  CountedPrompt counted() {
    Tally tally = tally();
    return new CountedPrompt(
        tally,
        ballot(),
        finished,
        truncated,
        overruled,
        contradicted(),
        tokens,
        scores.isEmpty() ? Optional.empty() : Optional.of(scores.ranking(tally)));
  }

  /** Null where the prompt has none. */
  String cluster() {
    return cluster == null ? null : cluster.toString();
  }

  private Tally tally() {
    return new Tally(samples.size(), correct);
  }

  private int contradicted() {
    return (int)
        answers.values().stream().filter(votes -> votes[RIGHT] > 0 && votes[WRONG] > 0).count();
  }

  /** An answer that was judged both ways is two answers. */
  private Ballot ballot() {
    return new Ballot(votes(RIGHT), votes(WRONG), unparsed);
  }

  private List<Integer> votes(int verdict) {
    List<Integer> votes = new ArrayList<>();
    for (int[] counts : answers.values()) {
      if (counts[verdict] > 0) {
        votes.add(counts[verdict]);
      }
    }
    return votes;
  }
}
