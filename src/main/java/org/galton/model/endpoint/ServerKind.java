package org.galton.model.endpoint;

/** Which server stands behind an address, where that makes a difference to what it is asked. */
enum ServerKind {
  /**
   * Has words of its own for what is to be off, filters before the temperature unless it is told
   * the order, and gives each connection a thread of few.
   */
  LLAMA_CPP,
  /** {@code ./galton serve}: draws with the whole of a rollout's seed. */
  GALTON,
  OTHER
}
