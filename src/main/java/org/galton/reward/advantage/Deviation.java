package org.galton.reward.advantage;

/** By what the squares of n deviations are divided. */
public enum Deviation {
  /** By n - 1, as verl and PyTorch's {@code std} do. */
  SAMPLE(1),

  /** By n, as NumPy's {@code std} does. */
  POPULATION(0);

  private final int lost;

  Deviation(int lost) {
    this.lost = lost;
  }

  int divisor(int values) {
    return values - lost;
  }
}
