package org.galton.task;

import java.io.Serializable;

/** Gives verdicts, which are stored under its name. */
public interface Scorer extends Serializable {
  /** Name, version and every option: different for scorers whose verdicts may differ. */
  String scorer();

  /** Opens what verdicts need, for one thread, which closes it. */
  Verifier verifier();

  /** Whether it can judge completions of this prompt: by its reference and its attributes. */
  default boolean accepts(Prompt prompt) {
    return true;
  }

  /**
   * Whether opening a verifier can fail on a machine that lacks something, so that it is to be
   * tried before anything is drawn.
   */
  default boolean isTriedFirst() {
    return false;
  }
}
