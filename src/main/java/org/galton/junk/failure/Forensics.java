package org.galton.junk.failure;

import java.util.Optional;

/** A text format, and how answers in it fail. */
public interface Forensics {
  /**
   * The class of a wrong answer.
   *
   * @return empty where the prompt is not one that the format knows
   */
  Optional<Failure> of(String prompt, String completion);
}
