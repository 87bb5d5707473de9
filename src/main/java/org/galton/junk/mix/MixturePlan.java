package org.galton.junk.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.numerics.Expect;

/**
 * Mixtures at several doses that have the same number of tokens: at dose d, T d / 100 of junk and
 * the rest of control.
 *
 * @param tokens T, of each mixture
 */
public record MixturePlan(Pool junk, Pool control, List<Double> doses, long tokens) {
  /** By how many points of percent a share may miss its dose. */
  public static final double TOLERANCE = 0.1;

  /** Of what the pools hold, so that there are posts to choose the last one from. */
  private static final double PART = 0.9;

  public MixturePlan {
    doses = List.copyOf(doses);
    for (double dose : doses) {
      Expect.that(dose >= 0 && dose <= 100, "dose", dose, "0 to 100");
    }
    Expect.that(tokens >= 1, "tokens", tokens, "1 or more");
  }

  /** The most tokens that all of these doses can have. */
  public static long most(Pool junk, Pool control, List<Double> doses) {
    double most = Double.MAX_VALUE;
    for (double dose : doses) {
      most = dose > 0 ? Math.min(most, junk.tokens() * 100.0 / dose) : most;
      most = dose < 100 ? Math.min(most, control.tokens() * 100.0 / (100 - dose)) : most;
    }
    return (long) most;
  }

  /** Nine tenths of the most. */
  public static long usual(Pool junk, Pool control, List<Double> doses) {
    return (long) (PART * most(junk, control, doses));
  }

  public List<Mixture> mixtures() {
    List<Mixture> mixtures = new ArrayList<>();
    for (double dose : doses) {
      long wanted = Math.round(tokens * dose / 100);
      mixtures.add(new Mixture(dose, junk.take(wanted), control.take(tokens - wanted)));
    }
    return List.copyOf(mixtures);
  }

  /**
   * What a mixture lacks, in words; empty where totals are equal within one post and shares within
   * a tenth of a percent.
   */
  public Optional<String> problem(Mixture mixture) {
    long wanted = Math.round(tokens * mixture.dose() / 100);
    Optional<String> lack =
        lack("junk", junk, wanted).or(() -> lack("control", control, tokens - wanted));
    if (lack.isPresent()) {
      return lack;
    }
    boolean isNear = Math.abs(mixture.tokens() - tokens) <= mixture.longest();
    if (isNear && Math.abs(mixture.junkPercent() - mixture.dose()) <= TOLERANCE) {
      return Optional.empty();
    }
    return Optional.of(
        "the nearest are %,d tokens of junk and %,d of control for a total of %,d, since posts are long; expected that total within one post, and the dose within %s points"
            .formatted(mixture.junk().tokens(), mixture.control().tokens(), tokens, TOLERANCE));
  }

  private Optional<String> lack(String label, Pool pool, long wanted) {
    return pool.tokens() >= wanted
        ? Optional.empty()
        : Optional.of(
            "%,d tokens of %s are needed, and there are %,d in %,d posts"
                .formatted(wanted, label, pool.tokens(), pool.size()));
  }
}
