package org.galton.balance.vote;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galton.statistics.Ballot;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.GPassAtK;

/**
 * A majority vote over one prompt's stored rollouts, and the landscape of its answers: an agent
 * draws M of them and takes the answer that n give, else it stays with the one it has.
 *
 * <p>What is drawn does not depend on the answer it has, so T(f→g) = P(g is accepted) for all f:
 * balance is exact, V = -ln P, and of Z answers with probabilities q the action with the exp kernel
 * is ((sum sqrt q)^2 - sum q) / Z. P(accepted) is hypergeometric, draws without replacement:
 * unbiased for the binomial tail of independent draws.
 *
 * @param accepted probability that an answer is accepted, in [0, 1]
 * @param right probability that one is accepted and right
 * @param slope of the vote's potential on that of single draws, through the origin, over the
 *     answers that can be accepted; empty where these are fewer than two or equally frequent
 * @param action of the vote, exp kernel, all votes as attempts; empty without an answer
 * @param actionAtZero likewise of a flat potential
 */
public record BallotVote(
    double accepted,
    double right,
    OptionalDouble slope,
    OptionalDouble action,
    OptionalDouble actionAtZero) {

  /** Empty where fewer rollouts are stored than vote. */
  public static Optional<BallotVote> of(Ballot ballot, VoteRule rule) {
    return ballot.rollouts() < rule.draws()
        ? Optional.empty()
        : Optional.of(ofEnough(ballot, rule));
  }

  private static BallotVote ofEnough(Ballot ballot, VoteRule rule) {
    int[] votes =
        Stream.concat(ballot.correct().stream(), ballot.wrong().stream())
            .mapToInt(Integer::intValue)
            .toArray();
    GPassAtK acceptance = new GPassAtK(rule.draws(), (double) rule.accept() / rule.draws());
    double[] accepted =
        IntStream.of(votes)
            .mapToDouble(
                count -> acceptance.value(new Tally(ballot.rollouts(), count)).orElseThrow())
            .toArray();
    double sum = 0;
    double roots = 0;
    double right = 0;
    for (int i = 0; i < accepted.length; i++) {
      sum += accepted[i];
      roots += Math.sqrt(accepted[i]);
      right += i < ballot.correct().size() ? accepted[i] : 0;
    }
    int states = votes.length;
    return new BallotVote(
        sum,
        right,
        slope(votes, accepted),
        states == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.max(0, roots * roots - sum) / states),
        states == 0 ? OptionalDouble.empty() : OptionalDouble.of((states - 1) * sum / states));
  }

  private static OptionalDouble slope(int[] votes, double[] accepted) {
    int[] open = IntStream.range(0, votes.length).filter(i -> accepted[i] > 0).toArray();
    if (IntStream.of(open).map(i -> votes[i]).distinct().count() < 2) {
      return OptionalDouble.empty();
    }
    double[] single = centred(IntStream.of(open).mapToDouble(i -> -Math.log(votes[i])).toArray());
    double[] voted = centred(IntStream.of(open).mapToDouble(i -> -Math.log(accepted[i])).toArray());
    double square = 0;
    double product = 0;
    for (int i = 0; i < open.length; i++) {
      square += single[i] * single[i];
      product += single[i] * voted[i];
    }
    return OptionalDouble.of(product / square);
  }

  private static double[] centred(double[] values) {
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    return IntStream.range(0, values.length).mapToDouble(i -> values[i] - mean).toArray();
  }
}
