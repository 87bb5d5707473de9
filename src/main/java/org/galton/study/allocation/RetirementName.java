package org.galton.study.allocation;

import java.util.Locale;
import org.galton.reward.filter.HopelessRetirement;
import org.galton.reward.filter.NoPositiveResampling;
import org.galton.reward.filter.PromptRetirement;

/** A rule that takes prompts out, by its name on the command line. */
enum RetirementName {
  NO_POSITIVE_RESAMPLING,
  HOPELESS;

  PromptRetirement rule() {
    return switch (this) {
      case NO_POSITIVE_RESAMPLING -> NoPositiveResampling.withDefaults();
      case HOPELESS -> HopelessRetirement.withDefaults();
    };
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
