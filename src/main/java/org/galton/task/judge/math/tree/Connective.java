package org.galton.task.judge.math.tree;

/** What stands between the items of a list. */
public enum Connective {
  COMMA,
  AND,
  OR
}
