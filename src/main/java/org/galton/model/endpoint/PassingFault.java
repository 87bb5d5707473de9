package org.galton.model.endpoint;

import java.time.Duration;
import java.util.Optional;

/** What a server said or did that may pass when it is asked again. */
public final class PassingFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> wait;
  private final Origin origin;

  /** Where a fault lies. */
  enum Origin {
    /** The way there, or the server's load. */
    TROUBLE,
    /** An answer came that is none: it may not be the API that is asked. */
    ANSWER
  }

  /**
   * @param what completes "the server …"
   */
  PassingFault(String what) {
    this(what, Optional.empty(), Origin.TROUBLE);
  }

  /**
   * @param what completes "the server …"
   */
  static PassingFault inAnswer(String what) {
    return new PassingFault(what, Optional.empty(), Origin.ANSWER);
  }

  /**
   * @param wait how long the server wants to be left alone
   */
  PassingFault(String what, Optional<Duration> wait) {
    this(what, wait, Origin.TROUBLE);
  }

  private PassingFault(String what, Optional<Duration> wait, Origin origin) {
    super(what, null, false, false);
    this.wait = wait;
    this.origin = origin;
  }

  Origin origin() {
    return origin;
  }

  Optional<Duration> pause() {
    return wait;
  }
}
