package org.galton.junk.generated;

import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.galton.numerics.PortableStream;

/**
 * A dependence that is planted: the score of a model on a mixture.
 *
 * <pre>  score = level(model) + sum over axes of effect(axis) share(axis) + noise Z</pre>
 *
 * <p>share is the percent of the mixture's tokens in posts that are junk on the axis, Z standard
 * normal, and level 60 to 80, for each model its own.
 *
 * @param effects points of the score for a percent of junk
 * @param noise standard deviation of a score, in points
 */
public record Planted(Map<Axis, Double> effects, double noise, long seed) {
  public Planted {
    Map<Axis, Double> copy = new EnumMap<>(Axis.class);
    copy.putAll(effects);
    effects = copy;
  }

  /** Slope on what is junk on these axes at once. */
  public double slope(Iterable<Axis> axes) {
    double slope = 0;
    for (Axis axis : axes) {
      slope += effects.getOrDefault(axis, 0.0);
    }
    return slope;
  }

  /**
   * @param shares percent of the tokens, by axis
   * @param name of what is studied and its dose, which with the seed fixes the noise
   * @param study number of the repetition
   */
  public double score(Map<Axis, Double> shares, String name, int model, int study) {
    double level = 60 + 20 * PortableStream.of(seed, "model", "level", model).unit();
    double sum = 0;
    for (Axis axis : Axis.values()) {
      sum += effects.getOrDefault(axis, 0.0) * shares.getOrDefault(axis, 0.0);
    }
    PortableStream draws = PortableStream.of(seed, name + "|" + model, "noise", study);
    return level + sum + noise * normal(draws);
  }

  /** By Box and Muller. */
  private static double normal(PortableStream draws) {
    double radius = FastMath.sqrt(-2 * FastMath.log(1 - draws.unit()));
    return radius * FastMath.cos(2 * Math.PI * draws.unit());
  }
}
