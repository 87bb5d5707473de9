package org.galton.search;

/** What a task says of a completion that has not come to its end. */
@FunctionalInterface
public interface ProcessVerifier {
  /**
   * The promise of a completion that has come so far: 0 only where none that goes on from here is
   * to be found.
   *
   * @param partial all of the completion so far, without the prompt
   * @return in [0, 1]
   */
  double value(String partial);
}
