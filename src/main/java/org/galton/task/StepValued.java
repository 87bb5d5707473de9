package org.galton.task;

import org.galton.search.ProcessVerifier;

/** A task that can say of a completion, before its end, what it promises. */
public interface StepValued extends Task {
  /** Values of partial completions of a prompt. */
  ProcessVerifier processVerifier(Prompt prompt);

  /** Name and version of the values: others draw another law. */
  String processVerifierName();
}
