package org.galton.task;

import java.io.Serializable;
import java.util.List;

/**
 * A source of prompts with a verifier. Immutable, safe for use by many threads, and able to travel
 * to other machines.
 */
public interface Task extends Serializable {
  String name();

  /**
   * The first {@code count} prompts of a split in the order the seed gives; asking for more only
   * appends.
   */
  List<Prompt> prompts(Split split, int count, long seed);

  /** Name of the verifier with its options; scores made by another one are made again. */
  String scorer();

  Verdict verify(Prompt prompt, String completion);

  /** The same verdicts one after another, where a verifier keeps something open between them. */
  default Verifier verifier() {
    return this::verify;
  }
}
