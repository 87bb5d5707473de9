package org.galton.game.letters;

/** What counts as a word. */
public enum Lexicon {
  /** What {@link WordList#words} has. */
  LISTED,
  /** Any letters. */
  ANY
}
