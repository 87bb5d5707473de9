package org.galton.statistics.vote;

import java.util.List;
import java.util.OptionalDouble;
import org.galton.statistics.Ballot;
import org.galton.statistics.PromptMetric;

/**
 * {@link MajorityCurve} at one k.
 *
 * @param k rollouts drawn, 1 to 64
 * @param ties what a tie earns
 * @param draws how the k are drawn
 */
public record MajorityAtK(int k, Ties ties, Draws draws) implements PromptMetric<Ballot> {

  /** Ties shared, draws without replacement. */
  public static MajorityAtK of(int k) {
    return new MajorityAtK(k, Ties.SHARED, Draws.WITHOUT_REPLACEMENT);
  }

  public MajorityAtK with(Ties option) {
    return new MajorityAtK(k, option, draws);
  }

  public MajorityAtK with(Draws option) {
    return new MajorityAtK(k, ties, option);
  }

  @Override
  public String name() {
    return "maj@" + k;
  }

  @Override
  public OptionalDouble value(Ballot prompt) {
    return new MajorityCurve(List.of(k), ties, draws).values(prompt).get(0);
  }
}
