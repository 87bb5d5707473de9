package org.galton.flags;

/** How a rollout ended. */
public enum Ending {
  /** With an answer that was judged. */
  ANSWERED,
  /** With an answer that could not be read. */
  UNREADABLE,
  /** The machine, the network or the service failed. */
  INFRASTRUCTURE,
  /** A limit of time came first. */
  TIMEOUT
}
