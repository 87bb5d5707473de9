package org.galton.task;

/**
 * Compares a completion with the reference of a {@code JsonlTask}'s prompt. Immutable, safe for use
 * by many threads, and able to travel to other machines.
 */
public interface Judge extends Scorer {
  /** What a reference must be, for messages; the reference given is known not to be blank. */
  String expectedReference();

  @Override
  boolean accepts(Prompt prompt);

  Verdict judge(Prompt prompt, String completion);

  /** The same judgements one after another; {@link OpeningJudge} where something is kept open. */
  @Override
  default Verifier verifier() {
    return this::judge;
  }
}
