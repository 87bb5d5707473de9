package org.galton.environment;

import java.util.Locale;

/** The two sizes in which an environment comes. */
public enum Difficulty {
  EASY,
  HARD;

  /** The id of an environment of this name. */
  public String of(String name) {
    return name + "/" + name().toLowerCase(Locale.ROOT);
  }

  public int choose(int easy, int hard) {
    return this == EASY ? easy : hard;
  }
}
