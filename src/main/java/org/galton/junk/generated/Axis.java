package org.galton.junk.generated;

import java.util.Locale;

/** A property of posts that can be junk. */
public enum Axis {
  /** Short against long. */
  LENGTH,
  /** Popular against unpopular. */
  POPULARITY,
  /** Chatter against worked explanations. */
  MEANING;

  /** As tables have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
