package org.galton.game;

/** What players are told beside the rules. */
public enum Condition {
  /** Nothing. */
  PLAIN,
  /** Who they are: each a persona of its own. */
  PERSONA,
  /** Who they are, and to think of what the others may guess ("theory of mind"). */
  TOM
}
