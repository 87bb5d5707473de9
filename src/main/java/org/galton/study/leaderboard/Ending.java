package org.galton.study.leaderboard;

/** What became of a rollout: the first two count, the others cost and do not count. */
enum Ending {
  RIGHT,
  WRONG,
  /** The machine failed, not the agent. */
  INFRASTRUCTURE,
  /** A limit of time ended it. */
  TIMEOUT,
  /** It ended, and nobody has judged it. */
  UNJUDGED
}
