package org.galton.study.balance;

import static org.galton.numerics.Optionals.orNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.galton.balance.vote.BallotVote;
import org.galton.balance.vote.VoteRule;
import org.galton.statistics.Estimate;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.test.Bounds;
import org.galton.study.balance.row.VoteSweepRow;

/** What majority votes of several sizes make of one cell's stored rollouts. */
final class VoteSweep {
  private static final double CONFIDENCE = 0.95;
  private static final PromptMean MEAN = PromptMean.withDefaults().withConfidence(CONFIDENCE);

  private VoteSweep() {}

  /** A row for each rule under which some prompt has rollouts enough, in their order. */
  static List<VoteSweepRow> rows(String runId, StoredBallots cell, List<VoteRule> rules) {
    return rules.stream().flatMap(rule -> row(runId, cell, rule).stream()).toList();
  }

  private static Optional<VoteSweepRow> row(String runId, StoredBallots cell, VoteRule rule) {
    List<BallotVote> votes =
        cell.ballots().stream().flatMap(ballot -> BallotVote.of(ballot, rule).stream()).toList();
    if (votes.isEmpty()) {
      return Optional.empty();
    }
    Estimate acceptance =
        Bounds.RATE.of(
            mean(votes, vote -> OptionalDouble.of(vote.accepted())), votes.size(), CONFIDENCE);
    Estimate accuracy = accuracy(votes);
    return Optional.of(
        new VoteSweepRow(
            runId,
            cell.model(),
            cell.task(),
            cell.generation(),
            rule.draws(),
            rule.accept(),
            votes.size(),
            acceptance.value().orElseThrow(),
            orNull(acceptance.low()),
            orNull(acceptance.high()),
            orNull(accuracy.value()),
            orNull(accuracy.low()),
            orNull(accuracy.high()),
            orNull(mean(votes, BallotVote::slope).value()),
            orNull(mean(votes, BallotVote::action).value()),
            orNull(mean(votes, BallotVote::actionAtZero).value())));
  }

  private static Estimate mean(
      List<BallotVote> votes, Function<BallotVote, OptionalDouble> figure) {
    return MEAN.of(votes, figure);
  }

  /** A ratio of means over prompts: the mean of its linearisation has its error. */
  private static Estimate accuracy(List<BallotVote> votes) {
    double accepted = votes.stream().mapToDouble(BallotVote::accepted).average().orElse(0);
    double right = votes.stream().mapToDouble(BallotVote::right).average().orElse(0);
    Estimate estimate =
        mean(
            votes,
            vote ->
                accepted == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                        (right + vote.right() - right / accepted * vote.accepted()) / accepted));
    int accepting = (int) votes.stream().filter(vote -> vote.accepted() > 0).count();
    return Bounds.RATE.of(estimate, accepting, CONFIDENCE);
  }
}
