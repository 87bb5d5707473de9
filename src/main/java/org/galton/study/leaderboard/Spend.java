package org.galton.study.leaderboard;

import java.io.Serializable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rollouts of one agent on one problem came to. Of a sum whose part is missing in one rollout
 * nothing is known: then it counts as missing.
 */
final class Spend implements Serializable {
  private static final long serialVersionUID = 1L;

  private long attempts;
  private long scored;
  private long right;
  private long promptTokens;
  private long completionTokens;
  private double seconds;
  private double dollars;
  private long tokensMissing;
  private long secondsMissing;
  private long dollarsMissing;
  private boolean byToken;
  private boolean byHour;
  private boolean given;

  /** How a rollout's dollars are known. */
  enum Basis {
    TOKENS,
    HOURS,
    GIVEN,
    NONE
  }

  /**
   * @param success null where the rollout has no verdict: it costs, and is no attempt that counts
   * @param prompt tokens; null where not known
   * @param completion tokens; null where not known
   * @param itsSeconds null where not known
   * @param itsDollars null where not known
   */
  Spend add(
      Boolean success,
      Long prompt,
      Long completion,
      Double itsSeconds,
      Double itsDollars,
      Basis basis) {
    attempts++;
    if (success != null) {
      scored++;
      right += success ? 1 : 0;
    }
    if (prompt == null || completion == null) {
      tokensMissing++;
    } else {
      promptTokens += prompt;
      completionTokens += completion;
    }
    if (itsSeconds == null) {
      secondsMissing++;
    } else {
      seconds += itsSeconds;
    }
    if (itsDollars == null) {
      dollarsMissing++;
    } else {
      dollars += itsDollars;
    }
    byToken |= basis == Basis.TOKENS;
    byHour |= basis == Basis.HOURS;
    given |= basis == Basis.GIVEN;
    return this;
  }

  Spend plus(Spend other) {
    attempts += other.attempts;
    scored += other.scored;
    right += other.right;
    promptTokens += other.promptTokens;
    completionTokens += other.completionTokens;
    seconds += other.seconds;
    dollars += other.dollars;
    tokensMissing += other.tokensMissing;
    secondsMissing += other.secondsMissing;
    dollarsMissing += other.dollarsMissing;
    byToken |= other.byToken;
    byHour |= other.byHour;
    given |= other.given;
    return this;
  }

  long attempts() {
    return attempts;
  }

  long scored() {
    return scored;
  }

  long right() {
    return right;
  }

  /** Of the scored rollouts, how many are right; NaN where none is scored. */
  double share() {
    return (double) right / scored;
  }

  /** A sum over all attempts for each scored rollout; null where either is missing. */
  Double each(Double sum) {
    return sum == null || scored == 0 ? null : (Double) (sum / scored);
  }

  /** Of prompts and completions; null where not known. */
  Double tokens() {
    return tokensMissing > 0 ? null : (Double) (double) (promptTokens + completionTokens);
  }

  Long promptTokens() {
    return tokensMissing > 0 ? null : (Long) promptTokens;
  }

  Long completionTokens() {
    return tokensMissing > 0 ? null : (Long) completionTokens;
  }

  Double seconds() {
    return secondsMissing > 0 ? null : (Double) seconds;
  }

  Double dollars() {
    return dollarsMissing > 0 ? null : (Double) dollars;
  }

  /** How its dollars are known, in words; null where they are not. */
  String basis() {
    if (dollarsMissing > 0) {
      return null;
    }
    return Stream.of(byToken ? "tokens" : "", byHour ? "device hours" : "", given ? "given" : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
