package org.galton.task;

import java.util.List;

/** A task that can show how it is done. */
public interface Trainable extends Task {
  /**
   * The {@code index}-th worked example of the training split: any index, the same for the same
   * seed.
   */
  WorkedExample example(long seed, long index);

  /** Texts of its examples that a model trained on them reads as one token each. */
  default List<String> tokens() {
    return List.of();
  }

  /**
   * A prompt's text and a completion that the task's own verifier judges correct; of a task that
   * teaches to abstain, also one that it judges an abstention.
   */
  record WorkedExample(String prompt, String completion) {}
}
