package org.galton.study.balance.row;

import java.util.Locale;

/** Figures of detailed balance, in the order of their weight; tables hold them in lower case. */
public enum BalanceTest {
  EXACT_CYCLE("Exact cycle test (decides)"),
  KOLMOGOROV("Kolmogorov’s criterion: largest mismatch"),
  CYCLE_CHI_SQUARE("Cycle-rank chi-square"),
  DEVIANCE("Deviance of the binomial model"),
  TRIANGLES("Loops of three: mean of affinity² / variance"),
  TRIANGLES_PUBLISHED("The same with the variance of the published script"),
  ENTROPY_PRODUCTION("Entropy production, nats per step (a size, no test)");

  private final String title;

  BalanceTest(String title) {
    this.title = title;
  }

  /** Before readers. */
  public String title() {
    return title;
  }

  /** In tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
