package org.galton.model.endpoint;

/** What a server may do instead of answering. */
public enum ServerFault {
  /** Answers after four seconds. */
  SLOW,
  /** Sends half of the body, and for four seconds nothing. */
  STALLED,
  CUT_OFF,
  DROPPED,
  TOO_FEW,
  TOO_MANY,
  TWICE_THE_SAME,
  BUSY,
  BUSY_WITH_PAUSE,
  BROKEN,
  NO_JSON,
  NO_UTF8,
  HUGE,
  OTHER_TYPE,
  NO_CHOICES,
  NO_USAGE,
  NO_TEXT,
  ABORTED
}
