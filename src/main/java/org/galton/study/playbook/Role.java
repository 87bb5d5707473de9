package org.galton.study.playbook;

/** Who is asked. */
enum Role {
  /** Answers a prompt. */
  GENERATOR,
  /** Says what an answer teaches, and which bullets helped. */
  REFLECTOR,
  /** Asks for operations on a playbook. */
  CURATOR,
  /** Writes a context anew; the curator's model. */
  REWRITER
}
