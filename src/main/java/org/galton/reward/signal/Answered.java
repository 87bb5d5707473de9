package org.galton.reward.signal;

/** What a judge made of a rollout. */
public enum Answered {
  RIGHT,
  /** It said that it does not know, where the judge can tell. */
  ABSTAINED,
  /** Also where there is no answer. */
  WRONG
}
