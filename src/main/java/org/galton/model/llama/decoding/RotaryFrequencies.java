package org.galton.model.llama.decoding;

import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.config.RopeScaling;

/**
 * Inverse frequencies of the rotary position embedding (Su et al., arXiv 2104.09864) in double
 * precision. Feature pair i of a head of width d turns by position · f(i). Unscaled, f(i) = b(i) =
 * theta^(−2i/d). Scaled, with factor s, as Transformers computes it:
 *
 * <ul>
 *   <li>{@code linear}: f(i) = b(i) / s.
 *   <li>{@code dynamic}: b(i) with theta · (s · length/n − (s − 1))^(d/(d−2)) for theta, n = {@code
 *       max_position_embeddings} and length at least n.
 *   <li>{@code llama3}: with t = n · b(i) / 2π turns in the n positions of the pretraining, b(i)
 *       where t &gt; high, b(i)/s where t &lt; low, and between them (1 − w) b(i)/s + w b(i) with w
 *       = (t − low)/(high − low).
 *   <li>{@code yarn}: (1 − r) b(i) + r b(i)/s, the ramp r rising linearly from 0 at c(beta_fast) to
 *       1 at c(beta_slow), with c(t) = d ln(n/(2πt)) / (2 ln theta), the first rounded down, the
 *       second up, both kept in [0, d − 1].
 * </ul>
 *
 * <p>Only {@code dynamic} depends on the length. There the tokens of a prompt are rotated with the
 * frequencies for the prompt's length, and a token fed later at position p with those for length p
 * + 1; keys in a cache stay as they were rotated.
 */
final class RotaryFrequencies {
  private final LlamaConfig config;
  private final double[] fixed;

  private RotaryFrequencies(LlamaConfig config) {
    this.config = config;
    this.fixed = scaled(config.maxPositions());
  }

  static RotaryFrequencies of(LlamaConfig config) {
    return new RotaryFrequencies(config);
  }

  /**
   * Radians a position for each of the headWidth/2 feature pairs.
   *
   * @param length tokens of the sequence, the one being fed included
   */
  double[] inverse(int length) {
    return config.rope() instanceof RopeScaling.Dynamic && length > config.maxPositions()
        ? scaled(length)
        : fixed.clone();
  }

  /** Whether {@link #inverse} is the same for every length. */
  boolean fixed() {
    return !(config.rope() instanceof RopeScaling.Dynamic);
  }

  /** What cosines and sines are multiplied by; 1 but for {@code yarn}. */
  double attentionFactor() {
    return config.rope() instanceof RopeScaling.Yarn yarn ? yarn.attentionFactor() : 1;
  }

  private double[] scaled(int length) {
    RopeScaling scaling = config.rope();
    if (scaling instanceof RopeScaling.Linear linear) {
      double[] base = base(config.ropeTheta());
      for (int i = 0; i < base.length; i++) {
        base[i] /= linear.factor();
      }
      return base;
    }
    if (scaling instanceof RopeScaling.Dynamic dynamic) {
      return base(dynamicTheta(dynamic.factor(), length));
    }
    if (scaling instanceof RopeScaling.Llama3 llama3) {
      return llama3(base(config.ropeTheta()), llama3);
    }
    if (scaling instanceof RopeScaling.Yarn yarn) {
      return yarn(base(config.ropeTheta()), yarn);
    }
    return base(config.ropeTheta());
  }

  private double[] base(double theta) {
    double[] inverse = new double[config.headWidth() / 2];
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = Math.pow(theta, -2.0 * i / config.headWidth());
    }
    return inverse;
  }

  private double dynamicTheta(double factor, int length) {
    double width = config.headWidth();
    double stretch = factor * length / config.maxPositions() - (factor - 1);
    return config.ropeTheta() * Math.pow(stretch, width / (width - 2));
  }

  private static double[] llama3(double[] inverse, RopeScaling.Llama3 scaling) {
    double low = scaling.lowFrequencyFactor();
    double high = scaling.highFrequencyFactor();
    for (int i = 0; i < inverse.length; i++) {
      double turns = scaling.originalPositions() * inverse[i] / (2 * Math.PI);
      double kept = Math.min(1, Math.max(0, (turns - low) / (high - low)));
      inverse[i] = (1 - kept) * inverse[i] / scaling.factor() + kept * inverse[i];
    }
    return inverse;
  }

  private double[] yarn(double[] inverse, RopeScaling.Yarn scaling) {
    double low = feature(scaling.betaFast(), scaling);
    double high = feature(scaling.betaSlow(), scaling);
    if (scaling.truncate()) {
      low = Math.floor(low);
      high = Math.ceil(high);
    }
    low = Math.max(low, 0);
    high = Math.min(high, config.headWidth() - 1);
    // Transformers parts two equal ends so that nothing is divided by zero.
    double span = low == high ? 0.001 : high - low;
    for (int i = 0; i < inverse.length; i++) {
      double divided = Math.min(1, Math.max(0, (i - low) / span));
      inverse[i] = (1 - divided) * inverse[i] + divided * inverse[i] / scaling.factor();
    }
    return inverse;
  }

  /** The feature pair, as a real number, that makes this many turns in the original positions. */
  private double feature(double turns, RopeScaling.Yarn scaling) {
    return config.headWidth()
        * Math.log(scaling.originalPositions() / (turns * 2 * Math.PI))
        / (2 * Math.log(config.ropeTheta()));
  }
}
