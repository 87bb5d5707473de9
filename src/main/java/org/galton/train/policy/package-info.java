/**
 * A decoder that draws and learns: {@link org.galton.train.policy.Policy} draws with its weights as
 * they are now, {@link org.galton.train.policy.PolicyGradient} derives a loss by them, and {@link
 * org.galton.train.policy.Learner} takes a step against a gradient, its own or one that other
 * processes have computed. Owns all of reinforcement learning that names DJL; rewards, losses and
 * the loop are elsewhere.
 */
package org.galton.train.policy;
