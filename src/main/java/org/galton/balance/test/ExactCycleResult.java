package org.galton.balance.test;

import java.util.OptionalDouble;

/**
 * What {@link ExactCycleTest} found.
 *
 * @param pValue of moves as improbable or more, were they in detailed balance; absent where no loop
 *     leads around at all, so that nothing could have shown
 * @param cycles that moves were passed around
 * @param steps of each simulation
 */
public record ExactCycleResult(OptionalDouble pValue, int cycles, int steps) {

  public boolean testable() {
    return pValue.isPresent();
  }
}
