package org.galton.serve.api;

/** How many completions are being drawn or wait to be, and how many may. */
final class Lanes {
  private final int most;
  private int taken;
  private boolean closed;

  Lanes(int most) {
    this.most = most;
  }

  /**
   * @throws ApiProblem when there is no room now
   */
  synchronized void take(int choices) {
    if (closed) {
      throw ApiProblem.of(503, "Cannot draw any more: this server is about to end");
    }
    if (taken > 0 && taken + choices > most) {
      throw ApiProblem.of(
          503,
          "Cannot draw now: %,d completions are drawn or wait already, expected at most %,d with this request; ask again later"
              .formatted(taken, most));
    }
    taken += choices;
  }

  synchronized void give(int choices) {
    taken -= choices;
    notifyAll();
  }

  synchronized int taken() {
    return taken;
  }

  /** Nothing more is taken. */
  synchronized void close() {
    closed = true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Waits until all are given back; false when that takes longer. */
  synchronized boolean awaitEmpty(long millis) throws InterruptedException {
    long until = System.nanoTime() + millis * 1_000_000;
    while (taken > 0) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
