package org.galton.emergence.mediation;

import java.util.Locale;

/**
 * What a condition does to the probability of success, in parts. Y(t, M(s)) is success under
 * condition t with the mediator that condition s brings about.
 */
public enum MediationEffect {
  /** E Y(0, M(1)) - E Y(0, M(0)): through the mediator, in groups not treated. */
  ACME_CONTROL,
  /** E Y(1, M(1)) - E Y(1, M(0)): through the mediator, in treated groups. */
  ACME_TREATED,
  /** The mean of both. */
  ACME,
  /** E Y(1, M(0)) - E Y(0, M(0)): not through the mediator, which stays as if not treated. */
  ADE_CONTROL,
  /** E Y(1, M(1)) - E Y(0, M(1)): not through the mediator, which stays as if treated. */
  ADE_TREATED,
  /** The mean of both. */
  ADE,
  /** E Y(1, M(1)) - E Y(0, M(0)) = ACME_TREATED + ADE_CONTROL = ACME + ADE. */
  TOTAL;

  /** The name in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
