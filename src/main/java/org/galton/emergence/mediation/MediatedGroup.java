package org.galton.emergence.mediation;

import org.galton.numerics.Expect;

/**
 * One group in the question through what a condition works.
 *
 * @param treated whether it played under the condition in question
 * @param mediator such as its synergy in the early window
 * @param success whether it reached its goal
 */
public record MediatedGroup(boolean treated, double mediator, boolean success) {

  public MediatedGroup {
    Expect.that(Double.isFinite(mediator), "mediator", mediator, "a finite number");
  }
}
