package org.galton.model.endpoint;

import java.time.Duration;
import java.util.Optional;

/** What a server said or did that may pass when it is asked again. */
public final class PassingFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> wait;

  /**
   * @param what completes "the server …"
   */
  PassingFault(String what) {
    this(what, Optional.empty());
  }

  /**
   * @param wait how long the server wants to be left alone
   */
  PassingFault(String what, Optional<Duration> wait) {
    super(what, null, false, false);
    this.wait = wait;
  }

  Optional<Duration> pause() {
    return wait;
  }
}
