package org.galton.study.leaderboard;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.galton.numerics.ExactSum;

/**
 * What rollouts of one agent on one problem came to. Of a sum whose part is missing in one rollout
 * nothing is known: then it counts as missing. Sums are exact, so the order of rollouts changes no
 * digit.
 */
final class Spend implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] endings = new long[Ending.values().length];
  private long promptTokens;
  private long completionTokens;
  private final ExactSum seconds = new ExactSum();
  private final ExactSum dollars = new ExactSum();
  private long tokensMissing;
  private long secondsMissing;
  private long dollarsMissing;

  /** A bit of each basis. */
  private int bases;

  private SecondsList latencies = new SecondsList();
  private boolean latencyMissing;

  Spend add(Ending ending, Cost cost) {
    endings[ending.ordinal()]++;
    if (cost.hasTokens()) {
      promptTokens += cost.promptTokens();
      completionTokens += cost.completionTokens();
    } else {
      tokensMissing++;
    }
    if (cost.seconds() == null) {
      secondsMissing++;
    } else {
      seconds.add(cost.seconds());
    }
    if (cost.dollars() == null) {
      dollarsMissing++;
    } else {
      dollars.add(cost.dollars());
      bases |= 1 << cost.basis().ordinal();
    }
    if (ending == Ending.RIGHT || ending == Ending.WRONG) {
      latency(cost.seconds());
    }
    return this;
  }

  private void latency(Double itsSeconds) {
    if (itsSeconds == null) {
      latencyMissing = true;
    } else {
      latencies.add(itsSeconds);
    }
  }

  Spend plus(Spend other) {
    for (int i = 0; i < endings.length; i++) {
      endings[i] += other.endings[i];
    }
    promptTokens += other.promptTokens;
    completionTokens += other.completionTokens;
    seconds.add(other.seconds);
    dollars.add(other.dollars);
    tokensMissing += other.tokensMissing;
    secondsMissing += other.secondsMissing;
    dollarsMissing += other.dollarsMissing;
    bases |= other.bases;
    latencies.addAll(other.latencies);
    latencyMissing |= other.latencyMissing;
    return this;
  }

  /** Seconds of each scored rollout, sorted; none where one of them does not tell. */
  double[] latencies() {
    return latencyMissing ? new double[0] : latencies.sorted();
  }

  /** Forgets the seconds of single rollouts, and keeps their sum. */
  Spend withoutLatencies() {
    latencies = new SecondsList();
    return this;
  }

  long count(Ending ending) {
    return endings[ending.ordinal()];
  }

  long attempts() {
    return scored() + excluded();
  }

  long scored() {
    return count(Ending.RIGHT) + count(Ending.WRONG);
  }

  long excluded() {
    return count(Ending.INFRASTRUCTURE) + count(Ending.TIMEOUT) + count(Ending.UNJUDGED);
  }

  long right() {
    return count(Ending.RIGHT);
  }

  /** Of the scored rollouts, how many are right; NaN where none is scored. */
  double share() {
    return (double) right() / scored();
  }

  /** A sum over all attempts for each scored rollout; null where either is missing. */
  Double each(Double sum) {
    return sum == null || scored() == 0 ? null : (Double) (sum / scored());
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
    return secondsMissing > 0 ? null : (Double) seconds.value();
  }

  Double dollars() {
    return dollarsMissing > 0 ? null : (Double) dollars.value();
  }

  /** Whether some rollouts tell their tokens and others do not. */
  boolean hasSomeTokens() {
    return tokensMissing > 0 && tokensMissing < attempts();
  }

  /** Whether some rollouts tell their seconds and others do not. */
  boolean hasSomeSeconds() {
    return secondsMissing > 0 && secondsMissing < attempts();
  }

  /** How its dollars are known, in words; null where they are not. */
  String basis() {
    return dollarsMissing > 0
        ? null
        : Arrays.stream(Cost.Basis.values())
            .filter(basis -> (bases & 1 << basis.ordinal()) != 0)
            .map(Cost.Basis::words)
            .collect(Collectors.joining(", "));
  }
}
