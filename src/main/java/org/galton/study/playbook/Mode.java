package org.galton.study.playbook;

/** When a context is measured. */
enum Mode {
  /** It learns from training prompts, and answers test prompts without learning. */
  OFFLINE,
  /** It answers each test prompt first, and learns from it then. */
  ONLINE
}
