package org.galton.game;

/** How a turn is put to a player. */
public enum Style {
  /** In English, for any language model. */
  PROSE("prose/1"),
  /** In one compact line, such as {@link Marks}: for tiny models. */
  MARKS("marks/1");

  private final String version;

  Style(String version) {
    this.version = version;
  }

  /** Its name and version: other wordings get another one. */
  public String version() {
    return version;
  }
}
