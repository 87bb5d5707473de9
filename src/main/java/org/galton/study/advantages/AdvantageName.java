package org.galton.study.advantages;

import java.util.Locale;
import org.galton.reward.advantage.Advantage;

/** A form of advantages, by its name on the command line. */
enum AdvantageName {
  GRPO,
  MEAN_ONLY,
  BATCH,
  BATCH_CENTERED;

  /** With its defaults. */
  Advantage advantage() {
    return Advantage.all().stream()
        .filter(form -> form.name().equals(toString()))
        .findFirst()
        .orElseThrow();
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
