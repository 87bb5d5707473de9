package org.galton.study.rates;

/** What becomes of the verdict on a rollout that was cut off. */
public enum TruncatedVerdicts {
  /** Whatever it holds is no final answer: it counts as wrong and does not vote. */
  WRONG,
  /** It counts and votes as it was judged. */
  JUDGED
}
