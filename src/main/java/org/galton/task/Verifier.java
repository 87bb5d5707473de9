package org.galton.task;

/** Verifies completions one after another, for one thread, which closes it. */
@FunctionalInterface
public interface Verifier extends AutoCloseable {
  Verdict verify(Prompt prompt, String completion);

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
