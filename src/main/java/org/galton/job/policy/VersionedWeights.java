package org.galton.job.policy;

import java.io.Serializable;
import org.galton.train.WeightVector;

/**
 * The weights of a policy as executors get them.
 *
 * @param digest of the policy
 */
record VersionedWeights(String digest, WeightVector weights) implements Serializable {}
