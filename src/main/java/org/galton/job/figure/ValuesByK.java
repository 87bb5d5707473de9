package org.galton.job.figure;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Values of a prompt for the first of some ks. As one array they travel at a tenth of what numbers
 * one by one take.
 */
final class ValuesByK implements Serializable {
  private static final long serialVersionUID = 1L;
  static final ValuesByK NONE = new ValuesByK(new double[0]);

  /** NaN where there is none. */
  private final double[] values;

  private ValuesByK(double[] values) {
    this.values = values;
  }

  /** Finite values. */
  static ValuesByK of(double[] values) {
    return new ValuesByK(values.clone());
  }

  /**
   * @param values null where there is none
   */
  static ValuesByK ofNullable(Double[] values) {
    return new ValuesByK(
        Arrays.stream(values).mapToDouble(value -> value == null ? Double.NaN : value).toArray());
  }

  /** Null where there is none. */
  Double at(int index) {
    return index < values.length && !Double.isNaN(values[index]) ? (Double) values[index] : null;
  }
}
