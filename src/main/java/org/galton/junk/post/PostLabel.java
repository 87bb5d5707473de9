package org.galton.junk.post;

import java.util.Locale;

/** What a rule or a reader calls a post. */
public enum PostLabel {
  JUNK,
  CONTROL,
  /** Neither, such as a post of middle length. */
  NEITHER;

  /** As tables have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
