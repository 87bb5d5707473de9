package org.galton.emergence.surrogate;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;
import org.galton.statistics.test.BenjaminiHochberg;

/**
 * Which groups need more surrogates. Among 600 groups a first discovery needs p near 8e-5, which
 * 200 replicates cannot give; but most groups are decided by then.
 *
 * <p>A member of a family of tests (one statistic, null, window and condition; one member a group)
 * goes on to the next number of replicates while fewer than ten of its surrogates have reached the
 * observed value and its Benjamini-Hochberg adjusted p is above the level. Replicates add to those
 * before. A member without any exceedance at the last number whose adjusted p is still above the
 * level is undecided: its p may be far smaller than the replicates can show.
 *
 * <p>Besag and Clifford, Sequential Monte Carlo p-values, Biometrika 78, 1991.
 */
public final class Escalation implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ENOUGH = 10;

  private final double level;
  private final int[] steps;

  /** One member of a family. */
  public record Trial(int exceedances, int replicates) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Trial {
      Expect.that(replicates >= 1, "replicates", replicates, "1 or more");
      Expect.that(
          exceedances >= 0 && exceedances <= replicates,
          "exceedances",
          exceedances,
          "0 to " + replicates);
    }

    /** (1 + exceedances) / (1 + replicates). */
    public double pValue() {
      return (1.0 + exceedances) / (1 + replicates);
    }

    /** With further replicates of the same group. */
    public Trial plus(int furtherExceedances, int furtherReplicates) {
      return new Trial(exceedances + furtherExceedances, replicates + furtherReplicates);
    }
  }

  /** What a family says of one of its members. */
  public enum Outcome {
    SIGNIFICANT,
    NOT_SIGNIFICANT,

    /** The replicates cannot show a p that is small enough. */
    UNDECIDED
  }

  /**
   * @param adjusted by Benjamini and Hochberg over the family
   */
  public record Decision(double pValue, double adjusted, Outcome outcome) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private Escalation(double level, int... steps) {
    this.level = level;
    this.steps = steps;
  }

  /** Level 0.05; 1,000, then 5,000, then 20,000 replicates in all. */
  public static Escalation withDefaults() {
    return new Escalation(0.05, 1_000, 5_000, 20_000);
  }

  public Escalation withLevel(double option) {
    Expect.that(option > 0 && option < 1, "level", option, "above 0 and below 1");
    return new Escalation(option, steps);
  }

  /** Numbers of replicates in all, ascending; none for no escalation. */
  public Escalation withSteps(int... replicates) {
    for (int i = 0; i < replicates.length; i++) {
      int before = i == 0 ? 0 : replicates[i - 1];
      Expect.that(
          replicates[i] > before, "step", replicates[i], "more than " + before + " replicates");
    }
    return new Escalation(level, replicates.clone());
  }

  /** To how many replicates a member with so many goes next; empty at the last step. */
  public OptionalInt after(int replicates) {
    return IntStream.of(steps).filter(step -> step > replicates).findFirst();
  }

  /** Places of the members that go on to {@link #after}, ascending; none when all is decided. */
  public int[] open(List<Trial> family) {
    double[] adjusted = adjusted(family);
    return IntStream.range(0, adjusted.length)
        .filter(
            i ->
                adjusted[i] > level
                    && family.get(i).exceedances() < ENOUGH
                    && after(family.get(i).replicates()).isPresent())
        .toArray();
  }

  /** One for each member, in order. */
  public List<Decision> decisions(List<Trial> family) {
    double[] adjusted = adjusted(family);
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> decision(family.get(i), adjusted[i]))
        .toList();
  }

  private Decision decision(Trial trial, double adjusted) {
    Outcome outcome =
        adjusted <= level
            ? Outcome.SIGNIFICANT
            : trial.exceedances() == 0 ? Outcome.UNDECIDED : Outcome.NOT_SIGNIFICANT;
    return new Decision(trial.pValue(), adjusted, outcome);
  }

  private static double[] adjusted(List<Trial> family) {
    return BenjaminiHochberg.of(family.stream().mapToDouble(Trial::pValue).toArray());
  }
}
