package org.galton.task;

import java.util.Map;

/**
 * Prompts whose words may not be shown: the makers of a benchmark ask so, that no model learns them
 * from the web. An attribute says it, for whoever writes reports and messages.
 */
public final class HiddenTexts {
  private static final String NAME = "texts";
  private static final String VALUE = "hidden";

  /** The attribute. */
  public static final Map<String, String> MARK = Map.of(NAME, VALUE);

  private HiddenTexts() {}

  public static boolean areOf(Map<String, String> attributes) {
    return VALUE.equals(attributes.get(NAME));
  }
}
