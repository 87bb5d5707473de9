package org.galton.task;

import java.util.List;

/** A source of prompts with a verifier. Immutable and safe for use by many threads. */
public interface Task {
  String name();

  /**
   * The first {@code count} prompts of a split in the order the seed gives; asking for more only
   * appends.
   */
  List<Prompt> prompts(Split split, int count, long seed);

  /** Name of the verifier with its options; scores made by another one are made again. */
  String scorer();

  Verdict verify(Prompt prompt, String completion);
}
