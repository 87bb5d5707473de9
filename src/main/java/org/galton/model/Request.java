package org.galton.model;

import java.io.Serializable;

/**
 * A wish for one completion.
 *
 * @param id the caller's own number for it, returned with the outcome
 * @param prompt what to continue or to answer
 * @param seed fixes every random number of this rollout
 * @param interruption of Galton's own decoder; servers draw without it
 */
public record Request(long id, ModelPrompt prompt, long seed, Interruption interruption)
    implements Serializable {

  /** Without an interruption. */
  public Request(long id, ModelPrompt prompt, long seed) {
    this(id, prompt, seed, Interruption.NONE);
  }

  /** For a completion of a raw text. */
  public Request(long id, String text, long seed) {
    this(id, new ModelPrompt.Raw(text), seed);
  }
}
