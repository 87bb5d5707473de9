package org.galton.task;

/** Verifies completions one after another, for one thread, which closes it. */
@FunctionalInterface
public interface Verifier extends AutoCloseable {
  Verdict verify(Prompt prompt, String completion);

  /** The same, with what it cost. */
  default Judgement judge(Prompt prompt, String completion) {
    return Judgement.Given.free(verify(prompt, completion));
  }

  /**
   * Does what could fail for every completion alike, where opening it has not done so.
   *
   * @throws org.galton.task.judge.JudgeBroken when it fails
   */
  default void tryOut() {}

  /**
   * Whether it is asked about a completion that was cut at its token limit, too. That one is wrong
   * whatever it says, so a verifier that runs a program or asks a model is not.
   */
  default boolean readsTruncated() {
    return true;
  }

  @Override
  default void close() {}
}
