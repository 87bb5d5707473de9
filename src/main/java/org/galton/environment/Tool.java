package org.galton.environment;

/** What an agent may ask instead of acting. Its answer depends on the argument alone. */
public interface Tool {
  /** Of lower-case letters. */
  String name();

  /** The name of its one argument. */
  String argument();

  /** What it does, in a sentence. */
  String meaning();

  /** Characters of its longest call, name and argument together. */
  default int longestCall() {
    return Environment.LONGEST_ANSWER;
  }

  /**
   * Answers in bounded time and length.
   *
   * @param argument shorter than {@link #longestCall}, from anyone
   * @throws IllegalArgumentException with a message for the agent, when it cannot be answered
   */
  String answer(String argument);
}
