package org.galton.task.judge.sandbox;

/** What stands between a program and the machine. */
public enum Confinement {
  /** Namespaces, a filter of system calls, and limits. */
  BUBBLEWRAP,
  /** Limits alone: the program can read and delete what the user can. */
  NONE
}
