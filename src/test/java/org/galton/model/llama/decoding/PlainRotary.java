package org.galton.model.llama.decoding;

import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.config.RopeScaling;

/** Angles of the rotary embedding, feature by feature from the published formulas. */
record PlainRotary(LlamaConfig config) {

  /**
   * Radians that a feature pair turns a position.
   *
   * @param length tokens of the sequence when the token was fed
   */
  double frequency(int pair, int length) {
    double width = config.headWidth();
    double theta = config.ropeTheta();
    double plain = 1 / Math.pow(theta, 2 * pair / width);
    RopeScaling scaling = config.rope();
    if (scaling instanceof RopeScaling.Linear linear) {
      return plain / linear.factor();
    }
    if (scaling instanceof RopeScaling.Dynamic dynamic) {
      double ratio = (double) Math.max(length, config.maxPositions()) / config.maxPositions();
      double growth = dynamic.factor() * ratio - dynamic.factor() + 1;
      return 1 / Math.pow(theta * Math.pow(growth, width / (width - 2)), 2 * pair / width);
    }
    if (scaling instanceof RopeScaling.Llama3 llama3) {
      double wavelength = 2 * Math.PI / plain;
      double longest = llama3.originalPositions() / llama3.lowFrequencyFactor();
      double shortest = llama3.originalPositions() / llama3.highFrequencyFactor();
      if (wavelength < shortest) {
        return plain;
      }
      if (wavelength > longest) {
        return plain / llama3.factor();
      }
      double smooth =
          (llama3.originalPositions() / wavelength - llama3.lowFrequencyFactor())
              / (llama3.highFrequencyFactor() - llama3.lowFrequencyFactor());
      return (1 - smooth) * plain / llama3.factor() + smooth * plain;
    }
    if (scaling instanceof RopeScaling.Yarn yarn) {
      double from = Math.max(0, Math.floor(pairThatTurns(yarn.betaFast(), yarn)));
      double to = Math.min(width - 1, Math.ceil(pairThatTurns(yarn.betaSlow(), yarn)));
      double ramp = Math.min(1, Math.max(0, (pair - from) / (to == from ? 0.001 : to - from)));
      return plain / yarn.factor() * ramp + plain * (1 - ramp);
    }
    return plain;
  }

  double magnitude() {
    return config.rope() instanceof RopeScaling.Yarn yarn ? yarn.attentionFactor() : 1;
  }

  private double pairThatTurns(double turns, RopeScaling.Yarn yarn) {
    double wavelength = yarn.originalPositions() / turns;
    return config.headWidth()
        / 2.0
        * Math.log(wavelength / 2 / Math.PI)
        / Math.log(config.ropeTheta());
  }
}
