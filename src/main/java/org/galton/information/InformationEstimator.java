package org.galton.information;

import java.util.Locale;
import java.util.Optional;
import org.galton.information.NearestNeighbourInformation.Box;

/** An estimator of information by its name: of letters, or of numbers that are not cut. */
public enum InformationEstimator {
  PLUG_IN,
  JEFFREYS,
  MILLER_MADOW,
  JAMES_STEIN,
  GAUSSIAN,
  COPULA,
  KSG,
  KSG_2;

  /** Nothing for an estimator of continuous values. */
  public Optional<DiscreteEstimator> discrete() {
    return switch (this) {
      case PLUG_IN -> Optional.of(DiscreteEstimator.PLUG_IN);
      case JEFFREYS -> Optional.of(DiscreteEstimator.JEFFREYS);
      case MILLER_MADOW -> Optional.of(DiscreteEstimator.MILLER_MADOW);
      case JAMES_STEIN -> Optional.of(DiscreteEstimator.JAMES_STEIN);
      case GAUSSIAN, COPULA, KSG, KSG_2 -> Optional.empty();
    };
  }

  /** Nothing for an estimator of discrete values. */
  public Optional<ContinuousEstimator> continuous() {
    return switch (this) {
      case PLUG_IN, JEFFREYS, MILLER_MADOW, JAMES_STEIN -> Optional.empty();
      case GAUSSIAN -> Optional.of(GaussianInformation.withDefaults());
      case COPULA -> Optional.of(GaussianCopulaInformation.withDefaults());
      case KSG -> Optional.of(NearestNeighbourInformation.withDefaults());
      case KSG_2 -> Optional.of(NearestNeighbourInformation.withDefaults().with(Box.RECTANGLE));
    };
  }

  /** Whether all informations of one estimate come from one table of probabilities. */
  public boolean hasTable() {
    return discrete().isPresent() && this != MILLER_MADOW;
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
