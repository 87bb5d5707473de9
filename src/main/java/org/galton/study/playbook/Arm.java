package org.galton.study.playbook;

import org.galton.spec.ValueType;

/** A way to make a context of what was learned. */
enum Arm {
  /** No context: the task's prompts as they are. */
  FIXED,
  /** A playbook into which a program merges what a curator asks for. */
  ACE,
  /** A text that a model writes anew at each step. */
  REWRITE;

  /** As specs and tables have it. */
  String label() {
    return ValueType.written(this);
  }
}
