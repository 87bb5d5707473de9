package org.galton.task;

/** Verifies completions one after another, for one thread, which closes it. */
@FunctionalInterface
public interface Verifier extends AutoCloseable {
  Verdict verify(Prompt prompt, String completion);

  @Override
  default void close() {}
}
