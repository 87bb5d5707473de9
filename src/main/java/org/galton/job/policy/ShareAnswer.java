package org.galton.job.policy;

import java.io.Serializable;
import org.galton.spec.InvalidInput;

/** What became of a share. */
sealed interface ShareAnswer<O> extends Serializable {

  /**
   * @param seconds of the work itself
   * @param cpuSeconds of the executor on all processors meanwhile
   */
  record Done<O>(O result, String executor, String device, double seconds, double cpuSeconds)
      implements ShareAnswer<O> {}

  /** Another attempt would end in the same way. */
  record Refused<O>(InvalidInput reason) implements ShareAnswer<O> {}
}
