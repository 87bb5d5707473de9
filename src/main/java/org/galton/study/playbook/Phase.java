package org.galton.study.playbook;

import org.galton.spec.ValueType;

/** What an answer is for. */
enum Phase {
  /** To learn from. */
  TRAIN,
  /** To measure with a context that does not change. */
  TEST,
  /** To measure first, and to learn from then. */
  ONLINE;

  String label() {
    return ValueType.written(this);
  }
}
