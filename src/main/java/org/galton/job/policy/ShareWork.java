package org.galton.job.policy;

import java.io.Serializable;

/** What is done with a policy for one share; the same whenever it is done. */
@FunctionalInterface
interface ShareWork<I, O> extends Serializable {
  O of(OpenPolicy policy, I share);
}
