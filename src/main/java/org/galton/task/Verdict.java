package org.galton.task;

/**
 * A verifier's judgement of one completion.
 *
 * @param answer canonical form of the extracted answer, equal for equal answers; empty when none
 *     was found
 * @param correct whether the answer is right; an absent answer is not
 * @param abstained whether the model declined to answer
 * @param reward in [0, 1]
 * @param foundBy the place where the answer stood, such as {@code box}; empty where a verifier does
 *     not search for it
 * @param detail for a reader who doubts the verdict: what was extracted and what it was compared
 *     as; may be empty
 */
public record Verdict(
    String answer,
    boolean correct,
    boolean abstained,
    double reward,
    String foundBy,
    String detail) {

  /** A verdict that explains itself. */
  public Verdict(String answer, boolean correct, boolean abstained, double reward) {
    this(answer, correct, abstained, reward, "", "");
  }
}
