package org.galton.study.balance;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.balance.AttemptRule;
import org.galton.balance.vote.VoteRule;
import org.galton.spec.InvalidInput;

/**
 * What is asked about the moves of agents. Immutable; starts from {@link #of}.
 *
 * @param transitions a file, a folder of files of one format, or the output folder of a run
 * @param attempts a file of all steps from each state; empty where the transitions hold them
 * @param counting what the transitions count
 * @param rule what a row of counts is divided by
 * @param minN0 states with no more attempts than this are dropped
 * @param totalAttempts of all states, for the uniform rule; 0 for their sum
 * @param pseudo added to both counts of every pair that was seen
 * @param beta inverse temperature: the unit of potentials is 1/beta
 * @param votes put on the measured kernel, each by itself
 * @param replicates of the bootstrap; 0 for none
 * @param level a p at most this is a violation
 * @param seed of tests and bootstrap
 */
public record BalanceRequest(
    String transitions,
    String attempts,
    CountColumn counting,
    AttemptRule rule,
    double minN0,
    long totalAttempts,
    double pseudo,
    double beta,
    List<VoteRule> votes,
    int replicates,
    double level,
    long seed)
    implements Serializable {
  private static final int MOST_REPLICATES = 10_000;

  public BalanceRequest {
    votes = votes.stream().distinct().toList();
    require(minN0 >= 0 && Double.isFinite(minN0), "min-n0", minN0, "a number of at least 0");
    require(totalAttempts >= 0, "total-attempts", totalAttempts, "above 0");
    require(pseudo >= 0 && Double.isFinite(pseudo), "pseudo", pseudo, "a number of at least 0");
    require(beta > 0 && Double.isFinite(beta), "beta", beta, "a number above 0");
    require(
        replicates >= 0 && replicates <= MOST_REPLICATES,
        "bootstrap",
        replicates,
        "0 to " + MOST_REPLICATES);
    require(level > 0 && level < 1, "level", level, "above 0 and below 1");
    if (counting == CountColumn.PROBABILITIES && !attempts.isEmpty()) {
      throw new InvalidInput(
          "Cannot use --attempts with --exact: probabilities have no attempts; leave one of them"
              + " out");
    }
  }

  /** With the defaults of the method. */
  public static BalanceRequest of(String transitions) {
    return new BalanceRequest(
        transitions,
        "",
        CountColumn.COUNTS,
        AttemptRule.ATTEMPTS,
        1,
        0,
        0,
        1,
        List.of(),
        200,
        0.05,
        42);
  }

  public BalanceRequest withVotes(List<VoteRule> others) {
    return new BalanceRequest(
        transitions,
        attempts,
        counting,
        rule,
        minN0,
        totalAttempts,
        pseudo,
        beta,
        others,
        replicates,
        level,
        seed);
  }

  /** As tables name it. */
  String mode() {
    return switch (counting) {
      case COUNTS -> rule.label();
      case PROBABILITIES -> "exact";
    };
  }

  /** By the names of the options: what a reader needs to compute the same again. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("transitions", transitions);
    settings.put("attempts", attempts.isEmpty() ? "as in transitions" : attempts);
    settings.put("n0", mode());
    settings.put("min_n0", minN0);
    settings.put("total_attempts", totalAttempts == 0 ? "their sum" : totalAttempts);
    settings.put("pseudo", pseudo);
    settings.put("beta", beta);
    settings.put("votes", votes.stream().map(VoteRule::label).toList());
    settings.put("bootstrap", replicates);
    settings.put("level", level);
    settings.put("seed", seed);
    return settings;
  }

  private static void require(boolean holds, String option, Object value, String expected) {
    if (!holds) {
      throw new InvalidInput("Invalid --%s %s: expected %s".formatted(option, value, expected));
    }
  }
}
