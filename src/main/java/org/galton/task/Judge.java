package org.galton.task;

import java.io.Serializable;

/**
 * Compares a completion with the reference of a {@code JsonlTask}'s prompt. Immutable, safe for use
 * by many threads, and able to travel to other machines.
 */
public interface Judge extends Serializable {
  /** Name, version and every option: different for judges that may judge differently. */
  String scorer();

  /** What a reference must be, for messages; the reference given is known not to be blank. */
  String expectedReference();

  boolean accepts(String reference);

  Verdict judge(Prompt prompt, String completion);

  /** The same judgements one after another, where a judge keeps something open between them. */
  default Verifier verifier() {
    return this::judge;
  }
}
