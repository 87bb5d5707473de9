package org.galton.task;

/** Disjoint parts of a task's prompts. */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST
}
