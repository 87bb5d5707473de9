package org.galton.reward.advantage;

import java.util.Locale;

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

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
