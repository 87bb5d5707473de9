package org.galton.reinforce.learned;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;

/** What a learned reward model looks at: a completion and its prompt, never the reference. */
final class CompletionTerms {
  /**
   * In the order of the values: 1; mean ln p and mean entropy of its tokens, in nats; tokens;
   * whether the model ended it; signs of equality; numbers after the last of them that the prompt
   * does not have.
   */
  static final List<String> NAMES =
      List.of("intercept", "logprob", "entropy", "tokens", "ended", "equations", "foreign_numbers");

  private static final int MOST = 20;

  private CompletionTerms() {}

  /** Nothing where no token was drawn or the log-probabilities are not known. */
  static Optional<double[]> of(RolloutRow row, String prompt) {
    if (row.completionTokens() == null
        || row.completionTokens() == 0
        || row.logprobSum() == null
        || row.entropyMean() == null
        || row.completion() == null) {
      return Optional.empty();
    }
    String completion = row.completion();
    long equations = completion.chars().filter(c -> c == '=').count();
    String answer = completion.substring(completion.lastIndexOf('=') + 1);
    Set<String> given = new HashSet<>(numbers(prompt));
    long foreign = numbers(answer).stream().filter(number -> !given.contains(number)).count();
    return Optional.of(
        new double[] {
          1,
          row.logprobSum() / row.completionTokens(),
          row.entropyMean(),
          row.completionTokens(),
          RolloutStatus.COMPLETE.is(row.status()) ? 1 : 0,
          Math.min(equations, MOST),
          Math.min(foreign, MOST)
        });
  }

  /** Runs of ASCII digits. */
  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean digit = at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
      if (digit && start < 0) {
        start = at;
      } else if (!digit && start >= 0) {
        numbers.add(text.substring(start, at));
        start = -1;
      }
    }
    return numbers;
  }
}
