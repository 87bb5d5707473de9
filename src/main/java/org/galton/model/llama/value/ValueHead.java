package org.galton.model.llama.value;

import java.util.Arrays;
import org.galton.numerics.Logistic;

/**
 * The probability that a completion which has come so far will be right.
 *
 * <pre>  V = 1 / (1 + exp(-(w'h + b)))</pre>
 *
 * <p>h is the normed hidden state of the checkpoint after the last token. V is cut to [1e-6, 1 -
 * 1e-6]: a value of 0 would close a way for good, on the word of a guess.
 *
 * @param form what it was made for
 * @param weights w, one a number of the state
 * @param bias b
 */
public record ValueHead(ValueForm form, float[] weights, float bias) {
  private static final double LEAST = 1e-6;

  public ValueHead {
    if (weights.length != form.width()) {
      throw new IllegalArgumentException(
          "Invalid head of %d weights: expected %d, the width of %s"
              .formatted(weights.length, form.width(), form.base()));
    }
  }

  /** In (0, 1). */
  public double value(float[] state) {
    double logit = bias;
    for (int i = 0; i < weights.length; i++) {
      logit += (double) weights[i] * state[i];
    }
    return Math.max(LEAST, Math.min(1 - LEAST, Logistic.probability(logit)));
  }

  boolean isFinite() {
    double sum = bias;
    for (float weight : weights) {
      sum += weight;
    }
    return Double.isFinite(sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueHead head
        && form.equals(head.form)
        && Arrays.equals(weights, head.weights)
        && bias == head.bias;
  }

  @Override
  public int hashCode() {
    return 31 * form.hashCode() + Arrays.hashCode(weights);
  }
}
