package org.galton.task.judge.math.tree;

/** Kinds of brackets that hold several values. */
public enum Bracket {
  ROUND,
  SQUARE,
  CURLY
}
