package org.galton.environment.question;

/**
 * What is said of an answer.
 *
 * @param words for the agent
 */
record Ruling(boolean right, String words) {
  /** Of an answer that is repeated. */
  static Ruling of(String answer, boolean right) {
    return new Ruling(right, answer + (right ? " is right." : " is wrong."));
  }
}
