package org.galton.emergence;

import java.util.Locale;
import java.util.Optional;
import org.galton.information.PidMeasure;

/**
 * A figure of mutual informations alone. X_i are the agents' states, V is the macro state, a prime
 * is the state one lag later.
 */
public enum GroupStatistic implements Statistic {
  /** I(V;V'): how far the macro state predicts itself. */
  MACRO_INFORMATION,

  /** I(V;V') - sum_i I(X_i;V'): above 0 suffices for emergence, below 0 says nothing. */
  S_MACRO,

  /** Median over triplets of I(X_i,X_j,X_k;V'). */
  I3,

  /** Largest over triplets. */
  I3_MAX,

  /** Median over triplets of I3 less the largest of its three pairs' informations; 0 or more. */
  G3,

  /** Largest over triplets. */
  G3_MAX,

  /** Median over triplets of I3 / H(V'); absent where V is constant. */
  TOTAL_STABILITY,

  /** Downward causation: max_j of I(V;X_j') - sum_i I(X_i;X_j'). */
  DELTA,

  /** max_j of I(V;X_j'): where it is 0 and S_macro above 0, V is causally decoupled. */
  GAMMA;

  @Override
  public String quantity() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<PidMeasure> measure() {
    return Optional.empty();
  }

  @Override
  public String label() {
    return quantity();
  }
}
