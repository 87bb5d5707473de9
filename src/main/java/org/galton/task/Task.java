package org.galton.task;

import java.util.List;
import java.util.stream.Stream;

/**
 * A source of prompts with a verifier. Immutable, safe for use by many threads, and able to travel
 * to other machines. Its own verdicts are those that figures are made of; scores made by a verifier
 * with other options are made again.
 */
public interface Task extends Scorer {
  String name();

  /**
   * The first {@code count} prompts of a split in the order the seed gives; asking for more only
   * appends.
   */
  List<Prompt> prompts(Split split, int count, long seed);

  Verdict verify(Prompt prompt, String completion);

  /** The same verdicts one after another, where a verifier keeps something open between them. */
  @Override
  default Verifier verifier() {
    return this::verify;
  }

  /** Sentences for whoever plans a sweep, such as that a file is not as it was published. */
  default List<String> remarks() {
    return List.of();
  }

  /** Others that judge the same completions, to be set beside its own verdicts. */
  default List<Scorer> furtherScorers() {
    return List.of();
  }

  /** The task itself, whose verdicts figures are made of, and then its further scorers. */
  default List<Scorer> scorers() {
    return Stream.concat(Stream.of((Scorer) this), furtherScorers().stream()).toList();
  }
}
