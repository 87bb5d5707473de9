package org.galton.reliability;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad a run's worst violation of a rule is. */
public enum Severity {
  NONE(0),
  LOW(0.25),
  MEDIUM(0.5),
  HIGH(1);

  private final double harm;

  Severity(double harm) {
    this.harm = harm;
  }

  /** In [0, 1]; 0 where no rule was violated. */
  public double harm() {
    return harm;
  }

  /** As tables write it: its name in small letters. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Severity> of(String key) {
    return Arrays.stream(values()).filter(severity -> severity.key().equals(key)).findFirst();
  }
}
