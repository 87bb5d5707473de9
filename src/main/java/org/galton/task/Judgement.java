package org.galton.task;

/** What became of judging a completion. */
public sealed interface Judgement {
  /**
   * A verdict.
   *
   * @param tokens that a model read and wrote for it; 0 where none was asked
   */
  record Given(Verdict verdict, int tokens) implements Judgement {}

  /** None: the verifier could not do its work. */
  record Missing(String reason) implements Judgement {}
}
