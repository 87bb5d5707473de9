package org.galton.task;

/** What became of judging a completion. */
public sealed interface Judgement {
  /** A verdict, and what was spent on it. */
  record Given(Verdict verdict, Cost cost) implements Judgement {

    /** One that was known, or that costs next to nothing. */
    public static Given free(Verdict verdict) {
      return new Given(verdict, Cost.NONE);
    }
  }

  /** None: the verifier could not do its work. */
  record Missing(String reason) implements Judgement {}

  /**
   * What a verdict takes; 0 where it is nothing or not known.
   *
   * @param tokens that a model read and wrote
   * @param seconds CPU time of a program that was judged, or the time in which a model answered
   * @param peakMib most memory that a program held at once
   */
  record Cost(int tokens, double seconds, long peakMib) {
    public static final Cost NONE = new Cost(0, 0, 0);
  }
}
