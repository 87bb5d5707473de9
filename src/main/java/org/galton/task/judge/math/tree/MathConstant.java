package org.galton.task.judge.math.tree;

/** Names that stand for one number. */
public enum MathConstant {
  PI,
  E,
  I,
  INFINITY
}
