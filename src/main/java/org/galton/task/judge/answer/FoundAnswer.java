package org.galton.task.judge.answer;

/** What a search for the answer came to. */
public sealed interface FoundAnswer<A> {

  /** One answer, the only one that is compared. */
  record Found<A>(AnswerHit hit, A answer) implements FoundAnswer<A> {}

  /**
   * The model declined to answer.
   *
   * @param said its words
   */
  record Declined<A>(String foundBy, String said) implements FoundAnswer<A> {}

  /**
   * No answer.
   *
   * @param reason for a reader of the verdict
   */
  record Absent<A>(String reason) implements FoundAnswer<A> {}
}
