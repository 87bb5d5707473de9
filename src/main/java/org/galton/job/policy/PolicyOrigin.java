package org.galton.job.policy;

import java.io.Serializable;
import org.galton.train.policy.LearnerOptions;

/**
 * How an executor makes a policy, whose weights it is then given.
 *
 * @param source of the checkpoint that the training began with, for every machine
 * @param digest of that checkpoint
 * @param threads of an executor's learning
 */
public record PolicyOrigin(String source, String digest, int threads, LearnerOptions options)
    implements Serializable {}
