package org.galton.search;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A majority vote: of M candidates the answer is accepted that n or more of them give, n &gt; M/2,
 * so that no two answers can have as many. An answer of probability T is accepted with
 *
 * <pre>  T' = sum over k = n..M of C(M,k) T^k (1 - T)^(M-k) = I_T(n, M - n + 1)</pre>
 *
 * and with what is missing to 1 none is. So a vote concentrates: the log ratio of two rare answers
 * becomes n times as large. A candidate without an answer has no vote.
 *
 * <p>Song and others, arXiv 2512.10047, whose formula this is; their sentence says more than n.
 *
 * @param candidates M, 1 to 1000
 * @param votes n, above M/2, at most M
 */
public record AnswerVote(int candidates, int votes) implements Serializable {
  /** Candidates of one vote. */
  public static final int MOST_CANDIDATES = 1000;

  public AnswerVote {
    if (candidates < 1 || candidates > MOST_CANDIDATES) {
      throw new IllegalArgumentException(
          "Invalid candidates %d: expected 1 to %d".formatted(candidates, MOST_CANDIDATES));
    }
    if (2 * votes <= candidates || votes > candidates) {
      throw new IllegalArgumentException(
          "Invalid votes %d of %d candidates: expected more than half of them and at most all, %d to %d"
              .formatted(votes, candidates, candidates / 2 + 1, candidates));
    }
  }

  /** With seven tenths of the candidates, rounded up: 7 of 10. */
  public static AnswerVote of(int candidates) {
    return new AnswerVote(candidates, (7 * candidates + 9) / 10);
  }

  /**
   * The outcome.
   *
   * @param most votes of the answer that has most, accepted or not; 0 where none answered
   * @param accepted place of the first candidate with the accepted answer; empty where too few
   *     agree
   */
  public record Result(int most, OptionalInt accepted) {}

  /**
   * @param answers of the candidates, in canonical form; empty for a missing one
   */
  public Result count(List<Optional<String>> answers) {
    Map<String, Integer> ballot = new LinkedHashMap<>();
    answers.forEach(answer -> answer.ifPresent(given -> ballot.merge(given, 1, Integer::sum)));
    int most = 0;
    OptionalInt accepted = OptionalInt.empty();
    for (Map.Entry<String, Integer> answer : ballot.entrySet()) {
      most = Math.max(most, answer.getValue());
      if (answer.getValue() >= votes) {
        accepted = OptionalInt.of(answers.indexOf(Optional.of(answer.getKey())));
      }
    }
    return new Result(most, accepted);
  }
}
