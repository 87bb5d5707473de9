package org.galton.task.judge.math.tree;

/** What makes one set of two. */
public enum SetOperation {
  UNION,
  INTERSECTION,
  DIFFERENCE
}
