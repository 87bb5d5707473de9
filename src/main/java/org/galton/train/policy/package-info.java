/**
 * A decoder that draws and learns in one process: {@link org.galton.train.policy.Policy} draws with
 * its weights as they are now, {@link org.galton.train.policy.Learner} changes them by a
 * policy-gradient step. Owns all of reinforcement learning that names DJL; rewards, losses and the
 * loop are elsewhere.
 */
package org.galton.train.policy;
