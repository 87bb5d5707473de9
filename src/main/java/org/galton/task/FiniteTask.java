package org.galton.task;

/** A task that has so many prompts and no more. */
public interface FiniteTask extends Task {
  /** All of them, in any split. */
  int mostPrompts();

  /** How many a spec means that names no number. */
  int usualPrompts();
}
