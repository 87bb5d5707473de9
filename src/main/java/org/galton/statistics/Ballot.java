package org.galton.statistics;

import java.io.Serializable;
import java.util.List;
import org.galton.numerics.Expect;

/**
 * The answers of one prompt's rollouts, counted: one entry per distinct canonical answer, the
 * number of rollouts that gave it. The order of the entries carries no meaning; they are kept
 * sorted, so two ballots of the same counts are equal.
 *
 * @param correct votes of each distinct right answer, all above 0
 * @param wrong votes of each distinct wrong answer, all above 0
 * @param empty rollouts without an answer; they take a slot and never vote
 */
public record Ballot(List<Integer> correct, List<Integer> wrong, int empty)
    implements Serializable {

  public Ballot {
    correct = checked(correct, "votes of a correct answer");
    wrong = checked(wrong, "votes of a wrong answer");
    Expect.that(empty >= 0, "empty answers", empty, "0 or more");
  }

  /** Rollouts, with an answer or without. */
  public int rollouts() {
    return total(correct) + total(wrong) + empty;
  }

  /** Rollouts that answered, and how many of all were right. */
  public Tally tally() {
    return new Tally(rollouts(), total(correct));
  }

  private static List<Integer> checked(List<Integer> votes, String subject) {
    votes.forEach(count -> Expect.that(count >= 1, subject, count, "1 or more"));
    return votes.stream().sorted().toList();
  }

  private static int total(List<Integer> votes) {
    int total = 0;
    for (int count : votes) {
      total += count;
    }
    return total;
  }
}
