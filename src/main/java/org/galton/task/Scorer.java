package org.galton.task;

import java.io.Serializable;
import java.util.Optional;

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
   * Whether a verifier can fail because a machine or a server lacks something, so that it is to be
   * tried before anything is drawn.
   */
  default boolean isTriedFirst() {
    return false;
  }

  /**
   * The digest of the model that it asks, each time at a cost: an answer that was judged is not to
   * be judged again. Empty where it asks none.
   */
  default Optional<String> judgingModel() {
    return Optional.empty();
  }
}
