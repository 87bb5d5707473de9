package org.galton.study.scaling;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.galton.spec.InvalidInput;

/**
 * What else is asked of each series beside its curve.
 *
 * @param compareForms whether to fit a power law, too
 * @param resamples refits of the residual bootstrap; 0 for none
 * @param asymptote A to hold for another fit; null for none
 * @param replicate column that tells runs of one recipe apart; null for none
 * @param margin largest difference of A of two recipes that count as equal
 */
public record FitAlternatives(
    boolean compareForms, int resamples, Double asymptote, String replicate, double margin)
    implements Serializable {
  /** One resample beyond either end of a 95 % interval. */
  private static final int FEWEST_RESAMPLES = 40;

  /**
   * @throws InvalidInput when a number is outside its range
   */
  public FitAlternatives {
    if (resamples != 0 && resamples < FEWEST_RESAMPLES) {
      throw new InvalidInput(
          "Invalid --bootstrap %d: expected %d or more".formatted(resamples, FEWEST_RESAMPLES));
    }
    if (asymptote != null && !(asymptote > 0 && asymptote <= 1)) {
      throw new InvalidInput(
          "Invalid --asymptote %s: expected above 0, at most 1".formatted(asymptote));
    }
    if (!(margin >= 0 && margin <= 1)) {
      throw new InvalidInput("Invalid --margin %s: expected 0 to 1".formatted(margin));
    }
  }

  /** None, and the margin of the ScaleRL paper. */
  public static FitAlternatives none() {
    return new FitAlternatives(false, 0, null, null, 0.02);
  }

  public FitAlternatives withForms() {
    return new FitAlternatives(true, resamples, asymptote, replicate, margin);
  }

  public FitAlternatives withResamples(int number) {
    return new FitAlternatives(compareForms, number, asymptote, replicate, margin);
  }

  public FitAlternatives withAsymptote(double reward) {
    return new FitAlternatives(compareForms, resamples, reward, replicate, margin);
  }

  public FitAlternatives withReplicate(String column) {
    return new FitAlternatives(compareForms, resamples, asymptote, column, margin);
  }

  /**
   * @throws InvalidInput when the column of replicates tells series apart, too
   */
  Optional<String> replicateBeside(List<String> seriesColumns) {
    if (replicate != null && seriesColumns.contains(replicate)) {
      throw new InvalidInput(
          "Invalid --replicate %s: it is a column of --series, too; expected another column, the"
                  .formatted(replicate)
              + " one that tells runs of one recipe apart");
    }
    return Optional.ofNullable(replicate);
  }
}
