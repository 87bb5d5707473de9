package org.galton.scaling;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;

/**
 * A point to be fitted.
 *
 * @param compute above 0
 * @param reward 0 to 1
 * @param weight of its squared residual, above 0
 * @param noise standard error of the reward with the prompts held fixed, where known
 */
public record CurvePoint(double compute, double reward, double weight, OptionalDouble noise) {

  public CurvePoint {
    Expect.positive(compute, "compute");
    Expect.share(reward, "reward");
    Expect.positive(weight, "weight");
  }
}
