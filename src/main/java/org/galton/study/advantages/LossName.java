package org.galton.study.advantages;

import java.util.Locale;
import org.galton.reward.loss.TokenLoss;

/** A loss of tokens, by its name on the command line. */
enum LossName {
  REINFORCE,
  GRPO,
  DAPO,
  GSPO,
  CISPO;

  /** With its defaults. */
  TokenLoss loss() {
    return TokenLoss.all().stream()
        .filter(loss -> loss.name().equals(toString()))
        .findFirst()
        .orElseThrow();
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
